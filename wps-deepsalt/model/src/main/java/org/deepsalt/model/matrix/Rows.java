/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Arithmetic on row numbers. */
public final class Rows {
    private Rows() {}

    /** The rows that positions in a choice stand for. */
    public static int[] through(int[] chosen, int[] positions) {
        int[] rows = new int[positions.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = chosen[positions[i]];
        }
        return rows;
    }

    /** The values of some rows. */
    public static float[] of(float[] values, int[] rows) {
        float[] chosen = new float[rows.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[rows[i]];
        }
        return chosen;
    }

    /** The row numbers from one to before another. */
    public static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /** The row numbers of both, one after the other. */
    public static int[] joined(int[] first, int[] second) {
        return IntStream.concat(IntStream.of(first), IntStream.of(second)).toArray();
    }

    /** The rows that meet a condition, in their order. */
    public static int[] where(int[] rows, IntPredicate condition) {
        return IntStream.of(rows).filter(condition).toArray();
    }

    /** The rows in another order (Fisher and Yates), which follows from the generator's seed. */
    public static int[] shuffled(int[] rows, Random random) {
        int[] order = rows.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
