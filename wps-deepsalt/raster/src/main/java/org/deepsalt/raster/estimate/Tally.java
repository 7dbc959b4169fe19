/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.raster.scene.MaskReason;

/**
 * Counts of an estimation's pixels, and where its threads spent their time. Not thread-safe: each window has its own,
 * and they are added up.
 */
public final class Tally {
    private final Map<MaskReason, Long> reasons = new EnumMap<>(MaskReason.class);
    private final Map<SalinityClass, Long> classes = new EnumMap<>(SalinityClass.class);
    private final Map<SalinityClass, Double> areas = new EnumMap<>(SalinityClass.class);
    private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
    private final ProbabilityTally probabilities = new ProbabilityTally();
    private double sum;
    private long outside;
    private double outsideArea;

    void count(MaskReason reason) {
        reasons.merge(reason, 1L, Long::sum);
    }

    /** Counts a pixel with an estimate and its area in square metres. */
    void count(float estimate, boolean applicable, double area) {
        count(MaskReason.NONE);
        SalinityClass salinity = SalinityClass.of(estimate);
        classes.merge(salinity, 1L, Long::sum);
        areas.merge(salinity, area, Double::sum);
        sum += estimate;
        outside += applicable ? 0 : 1;
        outsideArea += applicable ? 0 : area;
    }

    void spend(Stage stage, long duration) {
        nanos.merge(stage, duration, Long::sum);
    }

    void add(Tally other) {
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        other.classes.forEach((salinity, count) -> classes.merge(salinity, count, Long::sum));
        other.areas.forEach((salinity, area) -> areas.merge(salinity, area, Double::sum));
        other.nanos.forEach(this::spend);
        probabilities.add(other.probabilities);
        sum += other.sum;
        outside += other.outside;
        outsideArea += other.outsideArea;
    }

    /** Pixels that ended for a reason; {@link MaskReason#NONE} are those with an estimate. */
    public long pixels(MaskReason reason) {
        return reasons.getOrDefault(reason, 0L);
    }

    /** Pixels with an estimate in a class; means something only where the target is ECe. */
    public long pixels(SalinityClass salinity) {
        return classes.getOrDefault(salinity, 0L);
    }

    /** Square metres of the pixels with an estimate in a class; means something only where the target is ECe. */
    public double area(SalinityClass salinity) {
        return areas.getOrDefault(salinity, 0.0);
    }

    /** Areas by the probability of lying above the threshold that was asked for. */
    public ProbabilityTally probabilities() {
        return probabilities;
    }

    /** Seconds that all threads together spent on a stage. */
    public double threadSeconds(Stage stage) {
        return nanos.getOrDefault(stage, 0L) / 1e9;
    }

    /** Mean of the estimates in the unit of the target, NaN if there are none. */
    public double mean() {
        return sum / pixels(MaskReason.NONE);
    }

    /** Pixels with an estimate that are unlike everything the model was trained on. */
    public long outsideApplicability() {
        return outside;
    }

    /** Square metres of those pixels. */
    public double areaOutsideApplicability() {
        return outsideArea;
    }
}
