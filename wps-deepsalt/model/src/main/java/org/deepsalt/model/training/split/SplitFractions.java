/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.split;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.matrix.Rows;

/**
 * Fractions of a random split into training, validation and test rows; the test has what the first two leave.
 *
 * @param training share to learn from
 * @param validation share that chooses the epoch
 */
public record SplitFractions(double training, double validation) {
    public static final SplitFractions ALL = new SplitFractions(1, 0);

    /** Rows in ascending order; none serves two purposes. */
    public record Parts(int[] training, int[] validation, int[] unseen) {}

    /** Splits rows at random; the same number of rows and seed give the same parts. */
    public Parts split(int rows, long seed) {
        int[] order = Rows.shuffled(Rows.range(0, rows), new Random(seed));
        int learned = Math.toIntExact(Math.round(rows * training));
        int chosen = Math.toIntExact(Math.round(rows * (training + validation)));
        return new Parts(sorted(order, 0, learned), sorted(order, learned, chosen), sorted(order, chosen, rows));
    }

    /** The same with whole groups, such as regions, in one part each. */
    public Parts splitGroups(List<String> groups, long seed) {
        List<int[]> parts = PixelGroups.regions(groups).assign(new double[] {training, training + validation}, seed);
        return new Parts(parts.get(0), parts.get(1), parts.get(2));
    }

    private static int[] sorted(int[] order, int from, int to) {
        int[] part = Arrays.copyOfRange(order, from, to);
        Arrays.sort(part);
        return part;
    }
}
