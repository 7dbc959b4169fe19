/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import java.util.regex.Pattern;

/**
 * Replaces straight quotation marks in messages by typographic ones. GeoServer 2.27 escapes straight ones twice, so
 * that clients would read the entity where the message has an apostrophe. Stateless.
 */
final class Quotes {
    private static final Pattern QUOTED = Pattern.compile("'([^'\n]*)'");

    private Quotes() {}

    /** The message as it is meant to be read. */
    static String readable(String message) {
        return QUOTED.matcher(message)
                .replaceAll("\u2018$1\u2019")
                .replace('\'', '\u2019')
                .replace('"', '\u201d');
    }
}
