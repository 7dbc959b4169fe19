/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.stream.IntStream;

/** Arithmetic on row numbers. */
final class Rows {
    private Rows() {}

    /** The rows that positions in a choice stand for. */
    static int[] through(int[] chosen, int[] positions) {
        int[] rows = new int[positions.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = chosen[positions[i]];
        }
        return rows;
    }

    static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    static int[] joined(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }
}
