/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Reads geometries from well-known text that may come from anywhere. Stateless. */
public final class WellKnownText {
    /** A multi-polygon has three; collections in collections make some more. */
    private static final int DEEPEST = 32;

    private WellKnownText() {}

    /**
     * Reads a text.
     *
     * @throws ParseException if it is no well-known text, or nested so deep that reading it would end the thread
     * @throws IllegalArgumentException if a ring does not end where it begins
     */
    public static Geometry read(String text) throws ParseException {
        requireShallow(text);
        return new WKTReader().read(text);
    }

    /**
     * Checks a text before anything reads it.
     *
     * @throws ParseException if it is nested so deep that reading it would end the thread
     */
    public static void requireShallow(String text) throws ParseException {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                throw new ParseException("it is nested more than " + DEEPEST + " levels deep");
            }
        }
    }
}
