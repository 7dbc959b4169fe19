/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares probabilities of lying above a threshold with observed frequencies: of the pixels that were given 70 %, 70 %
 * shall lie above it.
 *
 * @param threshold in the unit of the target
 * @param count of pixels
 * @param share of them that lie above it
 * @param brier mean squared difference of probability and truth (Brier 1950): 0 is perfect
 * @param brierOfShare the same for whoever says the share everywhere: what a probability must be better than
 * @param bins the reliability diagram, tenth by tenth of the probability, those with at least one pixel
 */
public record Reliability(
        double threshold, long count, double share, double brier, double brierOfShare, List<Bin> bins) {
    private static final int BINS = 10;

    /**
     * Pixels that were given about the same probability.
     *
     * @param from lowest probability of the bin
     * @param to highest probability of the bin
     * @param count of pixels
     * @param predicted mean of their probabilities
     * @param observed share of them that lie above the threshold
     */
    public record Bin(double from, double to, long count, double predicted, double observed) {}

    /**
     * Compares probabilities with what was measured.
     *
     * @param threshold in the unit of the target
     * @param probabilities one per pixel, 0 to 1
     * @param observed the target of the same pixels
     */
    public static Reliability of(double threshold, float[] probabilities, float[] observed) {
        if (probabilities.length != observed.length) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities but " + observed.length + " observations");
        }
        long[] counts = new long[BINS];
        double[] predicted = new double[BINS];
        double[] above = new double[BINS];
        double errors = 0;
        double all = 0;
        for (int i = 0; i < observed.length; i++) {
            double truth = observed[i] > threshold ? 1 : 0;
            int bin = (int) Math.min(BINS - 1, probabilities[i] * BINS);
            counts[bin]++;
            predicted[bin] += probabilities[i];
            above[bin] += truth;
            errors += (probabilities[i] - truth) * (probabilities[i] - truth);
            all += truth;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (counts[bin] > 0) {
                bins.add(new Bin(
                        (double) bin / BINS,
                        (bin + 1.0) / BINS,
                        counts[bin],
                        predicted[bin] / counts[bin],
                        above[bin] / counts[bin]));
            }
        }
        double share = all / observed.length;
        return new Reliability(threshold, observed.length, share, errors / observed.length, share * (1 - share), bins);
    }
}
