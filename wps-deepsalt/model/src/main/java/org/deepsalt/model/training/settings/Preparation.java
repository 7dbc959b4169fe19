/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.spectra.Pretreatment;

/**
 * Stage 1: what happens to spectra before a net sees them, and to codes before a regressor sees them.
 *
 * @param derived whether absorbances become standard normal variates and their first derivative
 * @param deviations bounds of the scaling to [0, 1], in standard deviations around the mean; 0 for the smallest and
 *     largest training value
 * @param standardCodes whether codes are shifted and scaled to mean 0 and deviation 1
 */
public record Preparation(boolean derived, float deviations, boolean standardCodes) {
    /** Numbers of a code that vary less than this share of the liveliest one are as good as switched off. */
    private static final double LEAST_SHARE = 0.01;

    /** Pretreats absorbances, or leaves them as they are. */
    public Matrix treat(Matrix absorbance) {
        return derived ? Pretreatment.apply(absorbance) : absorbance;
    }

    /** Fits the scaler of reflectances. */
    public MinMaxScaler scaler(Matrix training) {
        return deviations > 0 ? MinMaxScaler.around(training, deviations) : MinMaxScaler.fit(training);
    }

    /** Fits the standardiser of codes, or one that changes nothing. */
    public Standardiser standard(Matrix codes) {
        return standardCodes ? Standardiser.fit(codes, LEAST_SHARE) : Standardiser.none(codes.columns());
    }

    Preparation withStandardCodes() {
        return new Preparation(derived, deviations, true);
    }
}
