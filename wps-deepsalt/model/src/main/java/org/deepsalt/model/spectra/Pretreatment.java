/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import org.deepsalt.model.matrix.Matrix;

/**
 * Usual pretreatment of laboratory spectra in soil spectroscopy: the standard normal variate removes each
 * sample's own offset and scatter (Barnes, Dhanoa and Lister 1989), the first derivative of Savitzky and Golay (1964,
 * quadratic, nine points) its sloping baseline, so that narrow bands of salts stand out from broad ones of the soil.
 */
public final class Pretreatment {
    private static final int HALF_WINDOW = 4;
    private static final double LEAST_DEVIATION = 1e-9;

    private Pretreatment() {}

    /**
     * Treats each row by itself; the four channels at either end have no derivative and become 0.
     *
     * @param absorbance one spectrum per row, at equal steps of the wavenumber
     */
    public static Matrix apply(Matrix absorbance) {
        Matrix treated = Matrix.zeros(absorbance.rows(), absorbance.columns());
        for (int row = 0; row < absorbance.rows(); row++) {
            derive(absorbance, treated, row);
        }
        return treated;
    }

    private static void derive(Matrix absorbance, Matrix treated, int row) {
        int first = row * absorbance.columns();
        int end = first + absorbance.columns();
        double perDeviation = 1 / deviation(absorbance.values(), first, end);
        double weights = 0;
        for (int k = 1; k <= HALF_WINDOW; k++) {
            weights += 2.0 * k * k;
        }
        for (int i = first + HALF_WINDOW; i < end - HALF_WINDOW; i++) {
            double slope = 0;
            for (int k = 1; k <= HALF_WINDOW; k++) {
                slope += k * ((double) absorbance.values()[i + k] - absorbance.values()[i - k]);
            }
            treated.values()[i] = (float) (slope / weights * perDeviation);
        }
    }

    /** The mean that the standard normal variate subtracts is gone from a derivative anyway. */
    private static double deviation(float[] values, int first, int end) {
        double sum = 0;
        double squares = 0;
        for (int i = first; i < end; i++) {
            sum += values[i];
            squares += (double) values[i] * values[i];
        }
        double mean = sum / (end - first);
        return Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / (end - first) - mean * mean)));
    }
}
