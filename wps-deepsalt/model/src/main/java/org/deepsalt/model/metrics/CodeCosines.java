/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import org.deepsalt.model.matrix.Matrix;

/**
 * Mean cosines between codes of pairs, of shuffled pairs, and within each domain. Of a good alignment the pairs are
 * near 1 and all else is well below; where all is near 1, every spectrum has the same code and says nothing any more. A
 * code of zeros counts as the same as another one of zeros (1) and as unlike any other (0).
 *
 * @param pairs laboratory sample and its pixel
 * @param shuffled laboratory sample and every pixel but its own
 * @param laboratory different laboratory samples
 * @param satellite different pixels
 */
public record CodeCosines(double pairs, double shuffled, double laboratory, double satellite) {
    /**
     * Exact means over all combinations.
     *
     * @param laboratory one code per pair
     * @param satellite the partners' codes, in the same order
     */
    public static CodeCosines of(Matrix laboratory, Matrix satellite) {
        Directions a = new Directions(laboratory);
        Directions b = new Directions(satellite);
        int n = laboratory.rows();
        double partners = 0;
        for (int i = 0; i < n; i++) {
            partners += dot(a.rows[i], b.rows[i]);
        }
        double others = (double) n * (n - 1);
        return new CodeCosines(
                partners / n,
                (dot(a.sum, b.sum) - partners) / others,
                (dot(a.sum, a.sum) - n) / others,
                (dot(b.sum, b.sum) - n) / others);
    }

    /** The cosine that a collapse drives to 1, whichever domain collapses. */
    public double mostAlike() {
        return Math.max(shuffled, Math.max(laboratory, satellite));
    }

    /** Rows scaled to length 1 and their sum; one more number stands for the direction of a code of zeros. */
    private static final class Directions {
        private final double[][] rows;
        private final double[] sum;

        private Directions(Matrix codes) {
            rows = new double[codes.rows()][codes.columns() + 1];
            sum = new double[codes.columns() + 1];
            for (int i = 0; i < rows.length; i++) {
                for (int k = 0; k < codes.columns(); k++) {
                    rows[i][k] = codes.get(i, k);
                }
                double length = Math.sqrt(dot(rows[i], rows[i]));
                if (length == 0) {
                    rows[i][codes.columns()] = 1;
                    length = 1;
                }
                for (int k = 0; k < sum.length; k++) {
                    rows[i][k] /= length;
                    sum[k] += rows[i][k];
                }
            }
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
