/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import org.geotools.process.ProcessException;

/**
 * The end of a request that cannot be fulfilled, with a message for who made it. It has no stack and no cause:
 * GeoServer logs every failure as an error with all its stacks, and a refusal is no accident.
 */
public final class Refusal extends ProcessException {
    private static final long serialVersionUID = 1;

    /** @param message whose straight quotation marks become such as clients read ({@link Quotes}) */
    public Refusal(String message) {
        super(Quotes.readable(message));
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
