/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far a model's answers in bfloat16 lie from those in float32: for each, what 99 of 100 reference pixels do not
 * exceed. Estimate and bounds are told in widths of the pixel's prediction interval.
 *
 * @param pixels that were compared
 * @param estimate in widths
 * @param lower bound, in widths
 * @param upper bound, in widths
 * @param probability of lying above the middle one of all estimates, where it changes fastest; as it is, 0 to 1
 * @param dissimilarity in thresholds of applicability
 */
public record Bfloat16Difference(
        int pixels, double estimate, double lower, double upper, double probability, double dissimilarity) {
    /** The largest difference with which bfloat16 is taken unasked: a hundredth. */
    public static final double LIMIT = 0.01;

    private static final double QUANTILE = 0.99;

    /** Whether no difference is worth a word. */
    public boolean withinLimit() {
        return pixels > 0
                && Math.max(Math.max(estimate, Math.max(lower, upper)), Math.max(probability, dissimilarity)) <= LIMIT;
    }

    /**
     * Compares answers for the same pixels.
     *
     * @param float32 {@link EstimatorNet#OUTPUTS} numbers per pixel, at least one pixel
     * @param bfloat16 the same in the other precision
     * @param intervals that read them
     * @param exceedance calibrated
     */
    static Bfloat16Difference of(float[] float32, float[] bfloat16, Intervals intervals, Exceedance exceedance) {
        int pixels = float32.length / EstimatorNet.OUTPUTS;
        Answers exact = new Answers(float32, intervals);
        Answers rounded = new Answers(bfloat16, intervals);
        double middle = Math.exp(exact.middle());
        ThresholdProbability probability = exceedance.above(middle, intervals.threshold());
        float[] exactly = probability.of(float32);
        float[] roundly = probability.of(bfloat16);
        return new Bfloat16Difference(
                pixels,
                quantile(pixels, i -> (exact.estimate(i) - rounded.estimate(i)) / exact.width(i)),
                quantile(pixels, i -> (exact.lower(i) - rounded.lower(i)) / exact.width(i)),
                quantile(pixels, i -> (exact.upper(i) - rounded.upper(i)) / exact.width(i)),
                quantile(pixels, i -> exactly[i] - roundly[i]),
                quantile(pixels, i -> (exact.dissimilarity(i) - rounded.dissimilarity(i)) / intervals.threshold()));
    }

    private static double quantile(int pixels, IntToDoubleFunction difference) {
        double[] sorted = IntStream.range(0, pixels)
                .mapToDouble(i -> Math.abs(difference.applyAsDouble(i)))
                .sorted()
                .toArray();
        return sorted[(int) Math.min(pixels - 1L, (long) Math.ceil(QUANTILE * pixels))];
    }

    /** Answers as people read them. */
    private record Answers(float[] numbers, Intervals intervals) {
        private float mean(int pixel) {
            return numbers[pixel * EstimatorNet.OUTPUTS];
        }

        private float scale(int pixel) {
            return numbers[pixel * EstimatorNet.OUTPUTS + 1];
        }

        double dissimilarity(int pixel) {
            return numbers[pixel * EstimatorNet.OUTPUTS + 2];
        }

        double estimate(int pixel) {
            return intervals.estimate(mean(pixel));
        }

        double lower(int pixel) {
            return intervals.lower(mean(pixel), scale(pixel), dissimilarity(pixel));
        }

        double upper(int pixel) {
            return intervals.upper(mean(pixel), scale(pixel), dissimilarity(pixel));
        }

        /** Never 0: where both bounds are those of the output range, nothing can differ. */
        double width(int pixel) {
            return Math.max(upper(pixel) - lower(pixel), Float.MIN_NORMAL);
        }

        double middle() {
            double[] means = IntStream.range(0, numbers.length / EstimatorNet.OUTPUTS)
                    .mapToDouble(this::mean)
                    .toArray();
            Arrays.sort(means);
            return means[means.length / 2];
        }
    }
}
