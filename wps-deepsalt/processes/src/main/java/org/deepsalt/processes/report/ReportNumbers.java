/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import org.jspecify.annotations.Nullable;

/** Rounds and converts numbers for reports. Stateless. */
public final class ReportNumbers {
    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    private ReportNumbers() {}

    /** A number that JSON can hold: null for NaN and infinities. */
    public static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Square metres as hectares, rounded to a number of decimals. */
    public static double hectares(double squareMetres, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(squareMetres / SQUARE_METRES_PER_HECTARE * scale) / scale;
    }
}
