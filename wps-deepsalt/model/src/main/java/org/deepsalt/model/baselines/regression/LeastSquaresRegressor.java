/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;

/**
 * Ordinary least squares for a handful of columns: partial least squares with all components. Answers stay within the
 * labels.
 */
public final class LeastSquaresRegressor implements RegressionMethod {
    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of();
    }

    @Override
    public String stageName() {
        return "fits";
    }

    @Override
    public int stageSize(int stage) {
        return 1;
    }

    @Override
    public Path fit(WeightedDataset dataset, Configuration configuration, long seed, Progress progress) {
        Pls1 all = Pls1.fit(
                dataset.features(),
                dataset.logs(),
                dataset.copies(),
                dataset.features().columns());
        return features -> {
            double[][] stages = dataset.bounded(all.predict(features));
            return new double[][] {stages[stages.length - 1]};
        };
    }
}
