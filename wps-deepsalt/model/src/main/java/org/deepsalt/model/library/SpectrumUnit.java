/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

/** The quantity and unit of the numbers of a laboratory spectrum. */
public enum SpectrumUnit {
    /** log10(1/R); no soil absorbs as strongly as the upper bound. */
    ABSORBANCE("absorbance, log10(1/R)", -1, 10),
    /** Fractions of the light; noise and bright samples go a little beyond 0 and 1. */
    REFLECTANCE("reflectance as a fraction", -0.05, 1.5),
    /** The same times 100. */
    PERCENT("reflectance in percent", -5, 150);

    /**
     * What reflects less counts as this much, which is an absorbance of 3: below it a soil's diffuse reflectance is
     * noise of the detector, whose logarithm has no bounds.
     */
    public static final double LEAST_REFLECTANCE = 1e-3;

    private final String text;
    private final double least;
    private final double largest;

    SpectrumUnit(String text, double least, double largest) {
        this.text = text;
        this.least = least;
        this.largest = largest;
    }

    public String text() {
        return text;
    }

    double least() {
        return least;
    }

    double largest() {
        return largest;
    }

    boolean allows(double value) {
        return value >= least && value <= largest;
    }

    /** Whether a value is reflectance below {@link #LEAST_REFLECTANCE}. */
    boolean isBelowFloor(double value) {
        return this != ABSORBANCE && fraction(value) < LEAST_REFLECTANCE;
    }

    /** log10(1/R). */
    double toAbsorbance(double value) {
        return this == ABSORBANCE ? value : -Math.log10(Math.max(LEAST_REFLECTANCE, fraction(value)));
    }

    /** R, at least {@link #LEAST_REFLECTANCE}. */
    double toReflectance(double value) {
        return Math.max(LEAST_REFLECTANCE, this == ABSORBANCE ? Math.pow(10, -value) : fraction(value));
    }

    private double fraction(double value) {
        return this == PERCENT ? value / 100 : value;
    }
}
