/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;

/**
 * Satellite spectra beside their shape: reflectances, their standard normal variate (Barnes, Dhanoa and Lister 1989),
 * which does not know how bright a slope is lit, and its differences from band to band, which show narrow bands.
 */
public final class SpectralShape {
    private static final double LEAST_DEVIATION = 1e-6;

    /** Bands farther apart, in nm, have a gap between them that a difference would bridge. */
    private static final double GAP = 25;

    private SpectralShape() {}

    /**
     * Treats each spectrum by itself.
     *
     * @param reflectance one spectrum per row, columns as the bands
     * @return reflectances and normal variates by ascending wavelength, then the differences
     */
    public static Matrix of(Matrix reflectance, List<Band> bands) {
        int[] order = IntStream.range(0, bands.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> bands.get(i).centre()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] steps = IntStream.range(1, order.length)
                .filter(i ->
                        bands.get(order[i]).centre() - bands.get(order[i - 1]).centre() < GAP)
                .toArray();
        int n = order.length;
        Matrix result = Matrix.zeros(reflectance.rows(), 2 * n + steps.length);
        double[] spectrum = new double[n];
        for (int row = 0; row < reflectance.rows(); row++) {
            for (int i = 0; i < n; i++) {
                spectrum[i] = reflectance.get(row, order[i]);
            }
            describe(spectrum, steps, result, row);
        }
        return result;
    }

    private static void describe(double[] spectrum, int[] steps, Matrix result, int row) {
        int n = spectrum.length;
        double sum = 0;
        double squares = 0;
        for (double value : spectrum) {
            sum += value;
            squares += value * value;
        }
        double mean = sum / n;
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(Math.max(0, squares / n - mean * mean)));
        int first = row * result.columns();
        for (int i = 0; i < n; i++) {
            result.values()[first + i] = (float) spectrum[i];
            result.values()[first + n + i] = (float) ((spectrum[i] - mean) / deviation);
        }
        for (int k = 0; k < steps.length; k++) {
            double step = spectrum[steps[k]] - spectrum[steps[k] - 1];
            result.values()[first + 2 * n + k] = (float) (step / deviation);
        }
    }
}
