/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.Arrays;
import org.deepsalt.model.net.OutputRange;

/**
 * Turns the net's distribution into a prediction interval that covers a chosen share of truths: split conformal
 * prediction (Papadopoulos 2002, Lei 2018) with the score |ln y - mean| / deviation on held-out pixels.
 *
 * @param scores ascending, of the held-out pixels
 */
public record Calibration(double[] scores) {
    /** Scores of held-out pixels; mean and deviation are of the logarithm of the target. */
    public static Calibration fit(float[] logLabels, float[] means, float[] deviations) {
        double[] scores = new double[logLabels.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.abs(logLabels[i] - means[i]) / deviations[i];
        }
        Arrays.sort(scores);
        return new Calibration(scores);
    }

    /**
     * How many deviations to either side cover a share of truths; the largest score where the held-out pixels are too
     * few for the share asked.
     *
     * @param confidence between 0 and 1
     */
    public double factor(double confidence) {
        int rank = (int) Math.ceil((scores.length + 1) * confidence);
        return scores[Math.min(scores.length, Math.max(1, rank)) - 1];
    }

    /** Whether the held-out pixels are enough for a confidence. */
    public boolean supports(double confidence) {
        return Math.ceil((scores.length + 1) * confidence) <= scores.length;
    }

    /** A bound of the interval in the unit of the target, inside the output range. */
    public static float bound(double mean, double deviation, double factor, OutputRange range) {
        return (float) Math.min(range.maximum(), Math.max(range.minimum(), Math.exp(mean + factor * deviation)));
    }
}
