/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.List;

/** A request that cannot be carried out, with every problem found in it. Nothing has been read or written yet. */
public class InvalidRequestException extends DeepSaltException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public InvalidRequestException(List<String> problems) {
        super(problems);
        this.problems = List.copyOf(problems);
    }

    /** One sentence per problem, in the order in which they were found. */
    public List<String> problems() {
        return problems;
    }
}
