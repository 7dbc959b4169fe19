/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.spectra.Band;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * Local polynomials along a satellite's bands: at wavelengths ten or so nanometres apart a polynomial is fitted under a
 * Gaussian, and one of its coefficients taken, window by window between bands of water vapour.
 *
 * @param reach standard deviation of the Gaussian in nm, which is also the unit of length of the coefficients
 * @param step distance in nm of the wavelengths at which polynomials are fitted
 * @param order of the polynomials
 * @param coefficient that is taken: 0 the level, 1 the slope, 2 the bend
 */
record LocalFit(double reach, double step, int order, int coefficient) {
    /** Bands farther apart, in nm, belong to windows of their own. */
    private static final double GAP = 60;

    /** So many deviations to either side the Gaussian is followed. */
    private static final double END = 3;

    /** Of more ill-conditioned equations no solution is taken. */
    private static final double MOST_CONDITION = 1e6;

    /** Weights of the bands, one row for each wavelength at which there are enough of them. */
    List<double[]> weights(List<Band> bands) {
        List<double[]> all = new ArrayList<>();
        for (int from = 0, to; from < bands.size(); from = to) {
            to = from + 1;
            while (to < bands.size()
                    && bands.get(to).centre() - bands.get(to - 1).centre() <= GAP) {
                to++;
            }
            double last = bands.get(to - 1).centre();
            for (double at = bands.get(from).centre() + step / 2; at <= last; at += step) {
                add(bands, from, to, at, all);
            }
        }
        return all;
    }

    private void add(List<Band> bands, int from, int to, double at, List<double[]> all) {
        int count = to - from;
        DMatrixRMaj powers = new DMatrixRMaj(count, order + 1);
        DMatrixRMaj weighted = new DMatrixRMaj(order + 1, count);
        for (int i = 0; i < count; i++) {
            double distance = (bands.get(from + i).centre() - at) / reach;
            double weight = Math.abs(distance) < END ? Math.exp(-0.5 * distance * distance) : 0;
            double power = 1;
            for (int k = 0; k <= order; k++) {
                powers.set(i, k, power);
                weighted.set(k, i, weight * power);
                power *= distance;
            }
        }
        DMatrixRMaj normal = new DMatrixRMaj(order + 1, order + 1);
        CommonOps_DDRM.mult(weighted, powers, normal);
        DMatrixRMaj inverse = new DMatrixRMaj(order + 1, order + 1);
        if (!CommonOps_DDRM.invert(normal, inverse)
                || !(NormOps_DDRM.normF(normal) * NormOps_DDRM.normF(inverse) < MOST_CONDITION)) {
            return;
        }
        DMatrixRMaj coefficients = new DMatrixRMaj(order + 1, count);
        CommonOps_DDRM.mult(inverse, weighted, coefficients);
        double[] weights = new double[bands.size()];
        for (int i = 0; i < count; i++) {
            weights[from + i] = coefficients.get(coefficient, i);
        }
        all.add(weights);
    }
}
