/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.batch.options;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.local.registry.InputReader.Given;
import org.deepsalt.model.InvalidRequestException;

/** Arguments of the form {@code NAME=VALUE}. Stateless. */
public final class Assignments {
    private Assignments() {}

    /**
     * Reads arguments.
     *
     * @throws InvalidRequestException naming all that have another form
     */
    public static List<Given> parse(List<String> arguments) {
        List<Given> given = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String assignment : arguments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                problems.add("'" + assignment + "' is not understood, wanted NAME=VALUE");
            } else {
                given.add(new Given(assignment.substring(0, equals), assignment.substring(equals + 1)));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(problems);
        }
        return given;
    }
}
