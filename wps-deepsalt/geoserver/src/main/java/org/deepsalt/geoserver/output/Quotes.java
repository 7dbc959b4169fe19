/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import java.util.regex.Pattern;
import org.geotools.process.ProcessException;

/**
 * Replaces straight quotation marks in messages by typographic ones. GeoServer 2.27 escapes straight ones twice, so
 * that clients would read the entity where the message has an apostrophe. Stateless.
 */
public final class Quotes {
    private static final Pattern QUOTED = Pattern.compile("'([^'\n]*)'");

    private Quotes() {}

    /** A failure whose message clients read as it was meant; the one given is among its suppressed exceptions. */
    public static ProcessException readable(ProcessException failure) {
        String message = failure.getMessage();
        if (message == null || message.indexOf('\'') < 0) {
            return failure;
        }
        ProcessException readable = new ProcessException(
                QUOTED.matcher(message).replaceAll("\u2018$1\u2019").replace('\'', '\u2019'));
        readable.addSuppressed(failure);
        return readable;
    }
}
