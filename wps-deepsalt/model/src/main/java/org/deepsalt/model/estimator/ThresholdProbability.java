/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

/**
 * The probability that the target lies above a threshold, from a net's answers. A few operations per pixel;
 * thread-safe.
 *
 * @param exceedance calibrated
 * @param threshold in the unit of the target
 * @param logarithm of the threshold
 * @param applicability threshold of the dissimilarity index
 */
public record ThresholdProbability(Exceedance exceedance, double threshold, double logarithm, double applicability) {

    /** Of one pixel, 0 to 1. */
    public float of(double mean, double scale, double dissimilarity) {
        double width = scale * Calibration.widening(dissimilarity, applicability);
        return (float) exceedance.share((logarithm - mean) / width);
    }

    /** Of many pixels, whose answers have {@link EstimatorNet#OUTPUTS} numbers each. */
    public float[] of(float[] answers) {
        float[] probabilities = new float[answers.length / EstimatorNet.OUTPUTS];
        for (int i = 0; i < probabilities.length; i++) {
            int at = i * EstimatorNet.OUTPUTS;
            probabilities[i] = of(answers[at], answers[at + 1], answers[at + 2]);
        }
        return probabilities;
    }

    /** Of held-out pixels. */
    public float[] of(HeldOut heldOut) {
        float[] probabilities = new float[heldOut.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = of(heldOut.mean()[i], heldOut.scale()[i], heldOut.dissimilarity()[i]);
        }
        return probabilities;
    }
}
