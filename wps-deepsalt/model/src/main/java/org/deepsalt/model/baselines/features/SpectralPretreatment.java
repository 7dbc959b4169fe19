/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;

/** What is done to each spectrum by itself before a method sees it. Bands are in the order of their wavelengths. */
enum SpectralPretreatment {
    REFLECTANCE("reflectance"),
    /** As spectroscopists linearise concentrations: log(1/R), R at least 0.001. */
    ABSORBANCE("log(1/R)"),
    /** Barnes, Dhanoa and Lister 1989: each spectrum to mean 0 and deviation 1. */
    NORMAL_VARIATE("standard normal variate"),
    /** Of the normal variate, by the gap-segment method of Norris and Williams 1984, per micrometre. */
    DERIVATIVE("first derivative of the standard normal variate");

    private static final double LEAST_REFLECTANCE = 1e-3;
    private static final double LEAST_DEVIATION = 1e-6;
    private static final int SEGMENT = 3;

    private final String title;

    SpectralPretreatment(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }

    /**
     * Pretreats spectra, one per row.
     *
     * @param reflectance columns ascending by wavelength
     * @param centres of the columns in nm
     */
    Matrix apply(Matrix reflectance, List<Double> centres) {
        Matrix result = new Matrix(
                reflectance.rows(), reflectance.columns(), reflectance.values().clone());
        if (this == ABSORBANCE) {
            for (int i = 0; i < result.values().length; i++) {
                result.values()[i] = (float) -Math.log10(Math.max(LEAST_REFLECTANCE, result.values()[i]));
            }
        } else if (this != REFLECTANCE) {
            for (int row = 0; row < result.rows(); row++) {
                normalise(result.values(), row * result.columns(), result.columns());
            }
        }
        return this == DERIVATIVE ? derived(result, centres) : result;
    }

    private static void normalise(float[] values, int from, int count) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
            squares += (double) values[i] * values[i];
        }
        double mean = sum / count;
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / count - mean * mean)));
        for (int i = from; i < from + count; i++) {
            values[i] = (float) ((values[i] - mean) / deviation);
        }
    }

    /** Difference of the mean of three bands after and three before, per distance of their centres; 0 at the ends. */
    private static Matrix derived(Matrix spectra, List<Double> centres) {
        Matrix result = Matrix.zeros(spectra.rows(), spectra.columns());
        for (int band = SEGMENT; band < spectra.columns() - SEGMENT; band++) {
            double distance = 0;
            for (int k = 1; k <= SEGMENT; k++) {
                distance += (centres.get(band + k) - centres.get(band - k)) / 1000;
            }
            for (int row = 0; row < spectra.rows(); row++) {
                double difference = 0;
                for (int k = 1; k <= SEGMENT; k++) {
                    difference += spectra.get(row, band + k) - spectra.get(row, band - k);
                }
                result.values()[row * result.columns() + band] = (float) (difference / distance);
            }
        }
        return result;
    }
}
