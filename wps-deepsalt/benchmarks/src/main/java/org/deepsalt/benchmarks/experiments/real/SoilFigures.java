/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How well log10(EC + 0.01) of soils was told.
 *
 * @param r2 coefficient of determination, 1 - SSE/SST
 * @param rank rank correlation after Spearman
 * @param auc1 area under the receiver's curve of EC above 1 dS/m: how often a soil above is told to be above one below
 * @param auc2 the same of 2 dS/m
 */
record SoilFigures(double r2, double rank, double auc1, double auc2) {

    static SoilFigures of(double[] ec, double[] logs, double[] told) {
        double mean = Arrays.stream(logs).average().orElse(Double.NaN);
        double errors = 0;
        double spread = 0;
        for (int i = 0; i < logs.length; i++) {
            errors += (told[i] - logs[i]) * (told[i] - logs[i]);
            spread += (logs[i] - mean) * (logs[i] - mean);
        }
        double[] ranks = ranks(told);
        return new SoilFigures(
                1 - errors / spread, correlation(ranks(logs), ranks), auc(ec, ranks, 1), auc(ec, ranks, 2));
    }

    /** From 1; equal values share the mean of theirs. */
    static double[] ranks(double[] values) {
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

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(Double.NaN);
        double meanB = Arrays.stream(b).average().orElse(Double.NaN);
        double joint = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            joint += (a[i] - meanA) * (b[i] - meanB);
            squareA += (a[i] - meanA) * (a[i] - meanA);
            squareB += (b[i] - meanB) * (b[i] - meanB);
        }
        return joint / Math.sqrt(squareA * squareB);
    }

    /** NaN where no soil, or every soil, is above. */
    private static double auc(double[] ec, double[] ranks, double threshold) {
        double sum = 0;
        long above = 0;
        for (int i = 0; i < ec.length; i++) {
            if (ec[i] > threshold) {
                sum += ranks[i];
                above++;
            }
        }
        return (sum - above * (above + 1) / 2.0) / ((double) above * (ec.length - above));
    }
}
