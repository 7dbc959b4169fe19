/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.matrix.Rows;

/**
 * Thins out training rows whose label is one of a few values that occur too often, as soil surveys have them.
 *
 * @param values labels that are thinned out, in the unit of the target
 * @param kept share of the rows of each value that stay, rounded up
 */
public record Undersampling(List<Double> values, double kept) {
    /** No undersampling: every row stays. */
    public static final Undersampling NONE = new Undersampling(List.of(), 1);

    /** The paper's: a tenth of the rows of salt-free soil stays. */
    public static final Undersampling ZEROS = new Undersampling(List.of(0.0), 0.1);

    private static final double SAME = 1e-6;

    /** The rows that stay, in their order. Which ones go follows from the seed. */
    public int[] thin(int[] rows, float[] labels, long seed) {
        int[] left = rows;
        Random random = new Random(seed);
        for (double value : values) {
            int[] frequent = Rows.where(left, row -> Math.abs(labels[row] - value) < SAME);
            int[] order = Rows.shuffled(frequent, random);
            int stay = (int) Math.ceil(frequent.length * kept);
            int[] gone = Arrays.copyOfRange(order, stay, order.length);
            Arrays.sort(gone);
            left = Rows.where(left, row -> Arrays.binarySearch(gone, row) < 0);
        }
        return left;
    }
}
