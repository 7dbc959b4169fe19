/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.util.regex.Pattern;

/** What a message for users must not say. */
final class Messages {
    private static final Pattern INSIDE = Pattern.compile(
            "(?:^|: )null\\b|is null|\\w+Exception|\\bError:|Index -?\\d|out of bounds|\\bat (?:java|org|com)\\.|\\[B@"
                    + "|(?:java|javax|org|com|it|sun|jdk)[./][a-z]+[./]|/tmp/|junit|\\w+\\.java:\\d|Cannot invoke");

    private Messages() {}

    /** Whether a message names classes, paths, indices or the like. */
    static boolean tellOfTheInside(String message) {
        return message.isBlank() || INSIDE.matcher(message).find();
    }

    /** A message without its numbers and quotes, so that alike ones are counted together. */
    static String shape(String message) {
        String shape = message.replaceAll("'[^']*'", "'..'").replaceAll("-?\\d[\\d.E+-]*", "N");
        return shape.substring(0, Math.min(140, shape.length()));
    }
}
