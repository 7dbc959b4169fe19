/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import java.util.stream.IntStream;

/**
 * How well estimates put pixels in order, whatever their scale: what a map is good for that shall tell where to look.
 *
 * @param r2OfLogarithms coefficient of determination of natural logarithms, of values above 0
 * @param rankCorrelation after Spearman
 * @param aboveTwo area under the receiver's curve of more than 2 in the target's unit; NaN where none or all are
 * @param aboveFour the same of more than 4
 */
public record Ranking(double r2OfLogarithms, double rankCorrelation, double aboveTwo, double aboveFour) {
    /** Measured values are reported to some hundredths. */
    private static final double LEAST = 0.01;

    static Ranking of(Predictions predictions) {
        double[] measured = doubles(predictions.observed());
        double[] told = doubles(predictions.estimate());
        return new Ranking(
                r2(measured, told),
                Ranks.correlation(measured, told),
                Ranks.auc(measured, told, 2),
                Ranks.auc(measured, told, 4));
    }

    private static double r2(double[] measured, double[] told) {
        double[] logs = IntStream.range(0, measured.length)
                .mapToDouble(i -> log(measured[i]))
                .toArray();
        double mean = IntStream.range(0, logs.length)
                .mapToDouble(i -> logs[i] / logs.length)
                .sum();
        double errors = 0;
        double spread = 0;
        for (int i = 0; i < logs.length; i++) {
            errors += (log(told[i]) - logs[i]) * (log(told[i]) - logs[i]);
            spread += (logs[i] - mean) * (logs[i] - mean);
        }
        return 1 - errors / spread;
    }

    private static double log(double value) {
        return Math.log(Math.max(0, value) + LEAST);
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
