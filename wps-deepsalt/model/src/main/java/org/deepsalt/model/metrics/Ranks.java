/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Ranks of numbers, and what is computed from them. */
public final class Ranks {
    private Ranks() {}

    /** From 1; equal values share the mean of theirs. */
    public static double[] of(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }

    /** Correlation after Spearman; NaN where one of both does not vary. */
    public static double correlation(double[] one, double[] other) {
        double[] a = of(one);
        double[] b = of(other);
        double mean = (a.length + 1) / 2.0;
        double joint = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            joint += (a[i] - mean) * (b[i] - mean);
            squareA += (a[i] - mean) * (a[i] - mean);
            squareB += (b[i] - mean) * (b[i] - mean);
        }
        return joint / Math.sqrt(squareA * squareB);
    }

    /**
     * Area under the receiver's curve: how often one whose measured value lies above the threshold was told to be above
     * one whose value does not.
     *
     * @return NaN where none, or every one, lies above
     */
    public static double auc(double[] measured, double[] told, double threshold) {
        double[] ranks = of(told);
        double sum = 0;
        long above = 0;
        for (int i = 0; i < measured.length; i++) {
            if (measured[i] > threshold) {
                sum += ranks[i];
                above++;
            }
        }
        return (sum - above * (above + 1) / 2.0) / ((double) above * (measured.length - above));
    }
}
