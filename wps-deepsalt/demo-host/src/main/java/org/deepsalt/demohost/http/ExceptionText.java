/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import org.jspecify.annotations.Nullable;

/** What exception documents say: a message, of which a request that is repeated in it takes no more than a page. */
public final class ExceptionText {
    private static final int MOST = 4000;

    private ExceptionText() {}

    /** A message in a length that somebody reads. */
    public static String of(@Nullable String message) {
        String text = String.valueOf(message);
        return text.length() <= MOST
                ? text
                : text.substring(0, MOST) + " ... and " + (text.length() - MOST) + " characters more";
    }
}
