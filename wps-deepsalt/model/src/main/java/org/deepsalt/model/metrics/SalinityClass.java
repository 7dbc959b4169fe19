/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

/** Salinity classes by ECe in dS/m, half-open intervals [from, to), as FAO, USDA and CanSIS have them. */
public enum SalinityClass {
    NON_SALINE(0, 2, "non-saline"),
    SLIGHT(2, 4, "slightly saline"),
    MODERATE(4, 8, "moderately saline"),
    STRONG(8, 16, "strongly saline"),
    VERY_STRONG(16, Double.POSITIVE_INFINITY, "very strongly saline");

    /** Of the bounds. */
    public static final String UNIT = "dS/m";

    private final double from;
    private final double to;
    private final String title;

    SalinityClass(double from, double to, String title) {
        this.from = from;
        this.to = to;
        this.title = title;
    }

    /** Lower bound in dS/m, which belongs to the class. */
    public double from() {
        return from;
    }

    /** Upper bound in dS/m, which belongs to the next class. */
    public double to() {
        return to;
    }

    /** Name of the class for people. */
    public String title() {
        return title;
    }

    /** The class of an ECe in dS/m; values below 0 count as non-saline. */
    public static SalinityClass of(double ece) {
        for (SalinityClass salinity : values()) {
            if (ece < salinity.to) {
                return salinity;
            }
        }
        return VERY_STRONG;
    }
}
