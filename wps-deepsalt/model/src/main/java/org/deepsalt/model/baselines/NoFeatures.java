/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Matrix;

/** Nothing about a pixel. */
final class NoFeatures implements FeatureMaker {
    @Override
    public Prepared prepare(TrainingTable table) {
        return new Prepared() {
            @Override
            public List<Axis<?>> axes() {
                return List.of();
            }

            @Override
            public Function<Pixels, Matrix> transform(Choice choice) {
                return pixels -> Matrix.zeros(pixels.size(), 0);
            }
        };
    }
}
