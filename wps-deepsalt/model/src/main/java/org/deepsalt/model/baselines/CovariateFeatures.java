/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Matrix;

/** Covariates and nothing of the spectrum: what maps know already. */
final class CovariateFeatures implements FeatureMaker {
    @Override
    public Prepared prepare(TrainingTable table) {
        CovariateBounds bounds = CovariateBounds.of(table);
        return new Prepared() {
            @Override
            public List<Axis<?>> axes() {
                return List.of();
            }

            @Override
            public Function<Pixels, Matrix> transform(Choice choice) {
                return pixels -> bounds.apply(pixels.covariates(), 1);
            }
        };
    }
}
