/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Pixels;

/** No features at all, for methods that know the labels alone. */
public final class NoFeatures implements FeatureMaker {
    @Override
    public Prepared prepare(TrainingTable table) {
        return new Prepared() {
            @Override
            public List<Hyperparameter<?>> hyperparameters() {
                return List.of();
            }

            @Override
            public Function<Pixels, Matrix> transform(Configuration configuration) {
                return pixels -> Matrix.zeros(pixels.size(), 0);
            }
        };
    }
}
