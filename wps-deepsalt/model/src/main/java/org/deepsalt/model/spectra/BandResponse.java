/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;

/**
 * Spectra of a laboratory as the bands of a satellite see them: each band weighs the spectrum, which is straight
 * between its points, with a Gaussian around its centre whose full width at half maximum is the band's. A band is
 * covered where the laboratory measured over the whole of its response, three standard deviations to either side,
 * without a gap; nothing is extrapolated. Immutable.
 */
public final class BandResponse {
    /** Neighbours in nm that are farther apart have a gap between them: bands of minerals are narrower. */
    public static final double WIDEST_STEP = 20;

    private static final double FWHM_OF_DEVIATION = 2 * Math.sqrt(2 * Math.log(2));
    private static final int REACH = 3;
    private static final int STEPS = 4;

    /** Centres and widths are told to a hundredth of a nanometre. */
    private static final double ROUNDING = 0.01;

    private final double[] wavelengths;

    /**
     * Prepares for spectra of one laboratory.
     *
     * @param wavelengths in nm, ascending, two at least
     */
    public BandResponse(double[] wavelengths) {
        this.wavelengths = wavelengths.clone();
    }

    /** Whether a laboratory spectrum has all that a band sees. */
    public boolean covers(Band band) {
        double reach = REACH * band.width() / FWHM_OF_DEVIATION;
        double first = band.centre() - reach + ROUNDING;
        double last = band.centre() + reach - ROUNDING;
        int n = wavelengths.length;
        if (first < wavelengths[0] || last > wavelengths[n - 1]) {
            return false;
        }
        for (int i = 1; i < n; i++) {
            boolean seen = wavelengths[i] > first && wavelengths[i - 1] < last;
            if (seen && wavelengths[i] - wavelengths[i - 1] > WIDEST_STEP) {
                return false;
            }
        }
        return true;
    }

    /**
     * What the bands see.
     *
     * @param spectra one row per sample, columns as the wavelengths
     * @param bands which must be covered
     * @return one row per sample, one column per band
     * @throws IllegalArgumentException if a band is not covered
     */
    public Matrix apply(Matrix spectra, List<Band> bands) {
        float[][] weights = new float[bands.size()][];
        for (int band = 0; band < weights.length; band++) {
            weights[band] = weights(bands.get(band));
        }
        Matrix seen = Matrix.zeros(spectra.rows(), weights.length);
        for (int row = 0; row < spectra.rows(); row++) {
            for (int band = 0; band < weights.length; band++) {
                double sum = 0;
                for (int i = 0; i < wavelengths.length; i++) {
                    sum += weights[band][i] == 0 ? 0 : weights[band][i] * (double) spectra.get(row, i);
                }
                seen.values()[row * weights.length + band] = (float) sum;
            }
        }
        return seen;
    }

    /** How much each point of the spectrum counts; they add up to 1. */
    private float[] weights(Band band) {
        if (!covers(band)) {
            throw new IllegalArgumentException(
                    "the spectrum does not cover the band at " + band.centre() + " nm of width " + band.width());
        }
        double[] weights = new double[wavelengths.length];
        double deviation = band.width() / FWHM_OF_DEVIATION;
        double sum = 0;
        for (int k = -REACH * STEPS; k <= REACH * STEPS; k++) {
            double off = (double) k / STEPS;
            double weight = Math.exp(-off * off / 2);
            spread(band.centre() + off * deviation, weight, weights);
            sum += weight;
        }
        float[] shares = new float[weights.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) (weights[i] / sum);
        }
        return shares;
    }

    private void spread(double wavelength, double weight, double[] weights) {
        int right = 1;
        while (right < wavelengths.length - 1 && wavelengths[right] < wavelength) {
            right++;
        }
        double share = (wavelength - wavelengths[right - 1]) / (wavelengths[right] - wavelengths[right - 1]);
        double bounded = Math.min(1, Math.max(0, share));
        weights[right - 1] += weight * (1 - bounded);
        weights[right] += weight * bounded;
    }
}
