/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.data;

import java.util.Arrays;
import org.deepsalt.model.matrix.Matrix;

/**
 * Features and targets that a method is fitted on.
 *
 * @param features one row per sample
 * @param logs natural logarithms of ECe
 * @param copies how often each row counts, 1 or more: a measured label counts several times where weak ones count once
 */
public record WeightedDataset(Matrix features, double[] logs, int[] copies) {
    /** Number of rows. */
    public int size() {
        return logs.length;
    }

    /** Predictions, bounded in place to what was learned from: a line goes on where labels end. */
    public double[][] bounded(double[][] predicted) {
        double least = Arrays.stream(logs).min().orElseThrow();
        double most = Arrays.stream(logs).max().orElseThrow();
        for (double[] stage : predicted) {
            for (int i = 0; i < stage.length; i++) {
                stage[i] = Math.min(most, Math.max(least, stage[i]));
            }
        }
        return predicted;
    }
}
