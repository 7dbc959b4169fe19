/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.net.OutputRange;

/**
 * Turns a net's answers into estimates and prediction intervals: estimate and bounds in the unit of the target, inside
 * the output range, see {@link Calibration}. A few comparisons per pixel; thread-safe.
 *
 * @param edges between the groups
 * @param factors deviations to either side, for each group
 * @param widens whether intervals grow outside the applicability
 * @param threshold of the dissimilarity index
 * @param range of the answers
 */
public record Intervals(double[] edges, double[] factors, boolean widens, double threshold, OutputRange range) {

    /** The estimate in the unit of the target, from the mean of its natural logarithm; within the output range. */
    public float estimate(double mean) {
        return bounded(mean);
    }

    /** The lower bound of the prediction interval in the unit of the target; within the output range. */
    public float lower(double mean, double scale, double dissimilarity) {
        return bounded(mean - reach(mean, scale, dissimilarity));
    }

    /** The upper bound of the prediction interval in the unit of the target; within the output range. */
    public float upper(double mean, double scale, double dissimilarity) {
        return bounded(mean + reach(mean, scale, dissimilarity));
    }

    /** Whether the model applies to a pixel. */
    public boolean applies(double dissimilarity) {
        return dissimilarity <= threshold;
    }

    /** From the estimate to either bound, on the logarithmic scale. */
    private double reach(double mean, double scale, double dissimilarity) {
        double deviation = widens ? scale * Calibration.widening(dissimilarity, threshold) : scale;
        return factors[Calibration.group(edges, mean)] * deviation;
    }

    private float bounded(double log) {
        return (float) Math.min(range.maximum(), Math.max(range.minimum(), Math.exp(log)));
    }

    /**
     * Reads answers at pixels whose target was measured. An observation beyond the output range counts as lying at its
     * end, where labels beyond it are learned.
     *
     * @param observed in the unit of the target
     * @param answers {@link EstimatorNet#OUTPUTS} numbers per pixel
     */
    public Predictions predictions(float[] observed, float[] answers) {
        int size = observed.length;
        Predictions read =
                new Predictions(observed, new float[size], new float[size], new boolean[size], new float[size]);
        for (int i = 0; i < size; i++) {
            int at = i * EstimatorNet.OUTPUTS;
            float lower = lower(answers[at], answers[at + 1], answers[at + 2]);
            float upper = upper(answers[at], answers[at + 1], answers[at + 2]);
            float truth = (float) Math.min(range.maximum(), Math.max(range.minimum(), observed[i]));
            read.estimate()[i] = estimate(answers[at]);
            read.width()[i] = upper - lower;
            read.covered()[i] = lower <= truth && truth <= upper;
            read.dissimilarity()[i] = answers[at + 2];
        }
        return read;
    }
}
