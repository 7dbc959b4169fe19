/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.Objects;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.deepsalt.model.training.settings.Preparation;
import org.jspecify.annotations.Nullable;

/**
 * Turns absorbances into what the laboratory encoder takes: the treated spectrum scaled to [0, 1], or its principal
 * components, bounded.
 *
 * @param preparation of absorbances
 * @param scaler of treated spectra; null where components are wanted
 * @param components of treated spectra; null where the spectrum itself is wanted
 */
record LaboratoryInput(
        Preparation preparation,
        @Nullable MinMaxScaler scaler,
        @Nullable PrincipalComponents components) {
    /** Deviations at which components are bounded. */
    private static final float BOUND = 4;

    /**
     * Learns from absorbances.
     *
     * @param scores components wanted; 0 for the spectrum itself
     */
    static LaboratoryInput fit(Preparation preparation, Matrix absorbance, int scores) {
        Matrix treated = preparation.treat(absorbance);
        return scores == 0
                ? new LaboratoryInput(preparation, preparation.scaler(treated), null)
                : new LaboratoryInput(preparation, null, PrincipalComponents.fit(treated, scores));
    }

    int size() {
        return components == null
                ? Objects.requireNonNull(scaler).minimum().length
                : components.loadings().rows();
    }

    Matrix apply(Matrix absorbance) {
        Matrix treated = preparation.treat(absorbance);
        if (components == null) {
            return Objects.requireNonNull(scaler).applyBounded(treated);
        }
        Matrix scores = components.apply(treated);
        for (int i = 0; i < scores.values().length; i++) {
            scores.values()[i] = Math.max(-BOUND, Math.min(BOUND, scores.values()[i]));
        }
        return scores;
    }
}
