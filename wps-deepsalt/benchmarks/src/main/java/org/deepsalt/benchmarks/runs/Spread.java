/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.DoubleUnaryOperator;

/** The figures of repeated measurements: extremes and middle. */
public record Spread(double minimum, double median, double maximum) {
    /** Of at least one measurement; the median of an even number of them is the mean of the two in the middle. */
    public static Spread of(Collection<Double> measured) {
        double[] sorted =
                measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** The spread of something that follows from this; it may fall where this rises. */
    public Spread map(DoubleUnaryOperator function) {
        double[] ends = {function.applyAsDouble(minimum), function.applyAsDouble(maximum)};
        Arrays.sort(ends);
        return new Spread(ends[0], function.applyAsDouble(median), ends[1]);
    }
}
