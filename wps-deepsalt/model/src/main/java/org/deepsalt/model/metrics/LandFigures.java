/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of samples as they would be over the bare pixels of the scenes. Campaigns go where it is white, so that
 * saline soils are more frequent among the samples than on the land; a sample counts as much more or less as its class
 * is more or less frequent there (post-stratification, Holt and Smith 1979, by the class of the estimate, which is
 * known of both).
 *
 * @param shares of the classes in both populations
 * @param distance between the distributions of the estimates in both: the largest difference of the shares below any
 *     value (Kolmogorov and Smirnov), 0 for equal populations, 1 for such as have nothing in common
 * @param effectiveCount of equally weighted samples that would say as much (Kish 1965)
 * @param mae mean absolute error in the unit of the target, weighted
 * @param bias mean of estimate less measured value, weighted
 * @param r2 coefficient of determination, weighted
 * @param coverage share of measured values inside the prediction intervals, weighted
 * @param brier score of the probability of being saline, weighted; NaN where there is none
 */
@RecordBuilder
public record LandFigures(
        List<Share> shares,
        double distance,
        double effectiveCount,
        double mae,
        double bias,
        double r2,
        double coverage,
        double brier) {

    /** Samples of a class at least; one with fewer joins its neighbour, lest a single sample stand for much land. */
    private static final int LEAST = 5;

    /**
     * A class of the estimate.
     *
     * @param from lowest estimate in the unit of the target
     * @param samples share of the samples
     * @param land share of the pixels
     */
    public record Share(double from, double samples, double land) {}

    /**
     * Weights the figures.
     *
     * @param predictions of the samples
     * @param saline probabilities of lying above a threshold, one per sample; null for none
     * @param threshold of these
     * @param land estimates at bare pixels of the same regions
     */
    public static LandFigures of(Predictions predictions, float @Nullable [] saline, double threshold, float[] land) {
        List<Double> edges = edges(predictions.estimate());
        double[] samples = shares(edges, predictions.estimate());
        double[] pixels = shares(edges, land);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < samples.length; i++) {
            shares.add(new Share(edges.get(i), samples[i], pixels[i]));
        }
        double[] weights = new double[predictions.size()];
        for (int i = 0; i < weights.length; i++) {
            int group = group(edges, predictions.estimate()[i]);
            weights[i] = pixels[group] / samples[group];
        }
        return weighted(predictions, saline, threshold, weights, shares, distance(predictions.estimate(), land));
    }

    private static LandFigures weighted(
            Predictions predictions,
            float @Nullable [] saline,
            double threshold,
            double[] weights,
            List<Share> shares,
            double distance) {
        double sum = 0;
        double squares = 0;
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            squares += weights[i] * weights[i];
            mean += weights[i] * predictions.observed()[i];
        }
        mean /= sum;
        double absolute = 0;
        double bias = 0;
        double errors = 0;
        double spread = 0;
        double covered = 0;
        double brier = 0;
        for (int i = 0; i < weights.length; i++) {
            double observed = predictions.observed()[i];
            double off = predictions.estimate()[i] - observed;
            absolute += weights[i] * Math.abs(off);
            bias += weights[i] * off;
            errors += weights[i] * off * off;
            spread += weights[i] * (observed - mean) * (observed - mean);
            covered += predictions.covered()[i] ? weights[i] : 0;
            brier += saline == null ? Double.NaN : weights[i] * square(saline[i] - (observed > threshold ? 1 : 0));
        }
        return LandFiguresBuilder.builder()
                .shares(shares)
                .distance(distance)
                .effectiveCount(sum * sum / squares)
                .mae(absolute / sum)
                .bias(bias / sum)
                .r2(1 - errors / spread)
                .coverage(covered / sum)
                .brier(brier / sum)
                .build();
    }

    private static double square(double value) {
        return value * value;
    }

    /** Lower ends of the classes: those of salinity that have samples enough. */
    private static List<Double> edges(float[] estimates) {
        List<Double> edges = new ArrayList<>();
        for (SalinityClass one : SalinityClass.values()) {
            edges.add(one.from());
        }
        for (int i = edges.size() - 1; i > 0; i--) {
            if (count(edges, estimates, i) < LEAST) {
                edges.remove(i);
            }
        }
        if (edges.size() > 1 && count(edges, estimates, 0) < LEAST) {
            edges.remove(1);
        }
        return edges;
    }

    private static long count(List<Double> edges, float[] estimates, int group) {
        long count = 0;
        for (float estimate : estimates) {
            count += group(edges, estimate) == group ? 1 : 0;
        }
        return count;
    }

    private static int group(List<Double> edges, double estimate) {
        int group = 0;
        while (group + 1 < edges.size() && estimate >= edges.get(group + 1)) {
            group++;
        }
        return group;
    }

    private static double[] shares(List<Double> edges, float[] estimates) {
        double[] shares = new double[edges.size()];
        for (float estimate : estimates) {
            shares[group(edges, estimate)] += 1.0 / estimates.length;
        }
        return shares;
    }

    private static double distance(float[] one, float[] other) {
        float[] left = one.clone();
        float[] right = other.clone();
        Arrays.sort(left);
        Arrays.sort(right);
        double most = 0;
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            float value = Math.min(left[i], right[j]);
            while (i < left.length && left[i] <= value) {
                i++;
            }
            while (j < right.length && right[j] <= value) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / left.length - (double) j / right.length));
        }
        return most;
    }
}
