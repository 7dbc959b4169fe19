/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.model.metrics.SalinityClass;

/**
 * Figures of the ECe of some pixels, weighted by their areas, without keeping the pixels. Mean and deviation are
 * updated pixel by pixel (West, Communications of the ACM 22, 1979), which loses no digits. The median comes from a
 * histogram of ln(1 + ECe) and is right to half a percent of 1 + ECe. Figures of no pixel are NaN. Not thread-safe.
 */
public final class SalinityTally {
    /** Width of the histogram's steps in ln(1 + ECe). */
    public static final double STEP = 0.01;

    private static final int STEPS = 1400;

    private final Map<SalinityClass, Long> pixelsByClass = new EnumMap<>(SalinityClass.class);
    private final Map<SalinityClass, Double> areaByClass = new EnumMap<>(SalinityClass.class);
    private final double[] histogram = new double[STEPS];
    private long pixels;
    private long valid;
    private double area;
    private double validArea;
    private double mean;
    private double squares;
    private double minimum = Double.NaN;
    private double maximum = Double.NaN;

    /** Counts a pixel: ECe in dS/m, NaN where there is none, and its area in square metres. */
    void count(float ece, double pixelArea) {
        pixels++;
        area += pixelArea;
        if (!Float.isFinite(ece)) {
            return;
        }
        valid++;
        validArea += pixelArea;
        double off = ece - mean;
        mean += validArea == 0 ? 0 : off * pixelArea / validArea;
        squares += pixelArea * off * (ece - mean);
        minimum = valid == 1 ? ece : Math.min(minimum, ece);
        maximum = valid == 1 ? ece : Math.max(maximum, ece);
        SalinityClass salinity = SalinityClass.of(ece);
        pixelsByClass.merge(salinity, 1L, Long::sum);
        areaByClass.merge(salinity, pixelArea, Double::sum);
        histogram[step(ece)] += pixelArea;
    }

    private static int step(double ece) {
        return (int) Math.min(STEPS - 1, Math.log1p(Math.max(0, ece)) / STEP);
    }

    /** All pixels, with and without an ECe. */
    public long pixels() {
        return pixels;
    }

    /** Pixels that have an ECe. */
    public long valid() {
        return valid;
    }

    /** Square metres of all pixels. */
    public double area() {
        return area;
    }

    /** Square metres of the pixels that have an ECe. */
    public double validArea() {
        return validArea;
    }

    /** Pixels whose ECe lies in a class. */
    public long pixels(SalinityClass salinity) {
        return pixelsByClass.getOrDefault(salinity, 0L);
    }

    /** Square metres of a class. */
    public double area(SalinityClass salinity) {
        return areaByClass.getOrDefault(salinity, 0.0);
    }

    /** Mean ECe in dS/m, weighted by area; NaN without a pixel. */
    public double mean() {
        return valid == 0 ? Double.NaN : mean;
    }

    /** Standard deviation of the pixels at hand (divided by their whole area, not by one pixel less). */
    public double standardDeviation() {
        return Math.sqrt(squares / validArea);
    }

    public double minimum() {
        return minimum;
    }

    public double maximum() {
        return maximum;
    }

    /** The ECe below which half of the area lies. */
    public double median() {
        double below = 0;
        for (int i = 0; i < STEPS && valid > 0; i++) {
            below += histogram[i];
            if (below >= validArea / 2) {
                return Math.min(maximum, Math.max(minimum, Math.expm1((i + 0.5) * STEP)));
            }
        }
        return Double.NaN;
    }
}
