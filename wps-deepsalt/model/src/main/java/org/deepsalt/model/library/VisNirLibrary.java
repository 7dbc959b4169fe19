/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;

/**
 * Laboratory samples with spectra of the visible and near infrared, which reach over bands of a satellite. The parts
 * run in step; arrays are shared, not copied.
 *
 * @param longitude WGS 84 degrees; NaN where unknown
 * @param latitude WGS 84 degrees; NaN where unknown
 * @param values the property in its unit; NaN where nobody measured it
 * @param countries country or region of each; empty where unknown
 * @param wavelengths in nm, ascending, at any steps
 * @param reflectance 0 to 1, one row per sample, one column per wavelength
 */
public record VisNirLibrary(
        double[] longitude,
        double[] latitude,
        float[] values,
        List<String> countries,
        double[] wavelengths,
        Matrix reflectance) {

    /** Number of samples. */
    public int size() {
        return values.length;
    }

    /** Rows whose property was measured. */
    public int[] measured() {
        return IntStream.range(0, size())
                .filter(row -> !Float.isNaN(values[row]))
                .toArray();
    }

    /**
     * Absorbance, log10(1/R), on an even grid of wavelengths, straight between the points that were measured.
     *
     * @param grid in nm, within the wavelengths
     * @return one row per sample, one column per point of the grid
     */
    public Matrix absorbance(Wavenumbers grid) {
        Matrix absorbance = Matrix.zeros(size(), grid.count());
        for (int row = 0; row < size(); row++) {
            double[] spectrum = new double[wavelengths.length];
            for (int i = 0; i < spectrum.length; i++) {
                spectrum[i] = SpectrumUnit.REFLECTANCE.toAbsorbance(reflectance.get(row, i));
            }
            System.arraycopy(
                    grid.resample(wavelengths, spectrum), 0, absorbance.values(), row * grid.count(), grid.count());
        }
        return absorbance;
    }
}
