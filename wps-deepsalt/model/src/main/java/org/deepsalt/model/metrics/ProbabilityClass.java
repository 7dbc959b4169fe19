/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

/**
 * Classes of probability, by which reports give areas. A probability belongs to the last class that it
 * reaches.
 */
public enum ProbabilityClass {
    UNLIKELY("unlikely", 0, 0.1),
    LESS_LIKELY("less likely than not", 0.1, 0.5),
    MORE_LIKELY("more likely than not", 0.5, 0.9),
    LIKELY("likely", 0.9, 1);

    private final String title;
    private final double from;
    private final double to;

    ProbabilityClass(String title, double from, double to) {
        this.title = title;
        this.from = from;
        this.to = to;
    }

    /** The class of a probability between 0 and 1. */
    public static ProbabilityClass of(double probability) {
        ProbabilityClass found = UNLIKELY;
        for (ProbabilityClass one : values()) {
            found = probability >= one.from ? one : found;
        }
        return found;
    }

    public String title() {
        return title;
    }

    public double from() {
        return from;
    }

    public double to() {
        return to;
    }
}
