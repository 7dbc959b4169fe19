/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.model.metrics.ProbabilityClass;

/** Areas by the probability of something, and the area that it is expected on. Not thread-safe. */
public final class ProbabilityTally {
    private final Map<ProbabilityClass, Double> areas = new EnumMap<>(ProbabilityClass.class);
    private double expected;

    /** Counts a pixel: its probability, NaN where there is none, and its area in square metres. */
    public void count(float probability, double area) {
        if (Float.isFinite(probability)) {
            areas.merge(ProbabilityClass.of(probability), area, Double::sum);
            expected += probability * area;
        }
    }

    /** Adds the counts of another part. */
    public void add(ProbabilityTally other) {
        other.areas.forEach((one, area) -> areas.merge(one, area, Double::sum));
        expected += other.expected;
    }

    /** Square metres of a class. */
    public double area(ProbabilityClass one) {
        return areas.getOrDefault(one, 0.0);
    }

    /** Square metres that are expected: each pixel counts with its probability. */
    public double expected() {
        return expected;
    }
}
