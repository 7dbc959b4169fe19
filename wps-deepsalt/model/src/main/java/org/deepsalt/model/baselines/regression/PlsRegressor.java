/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;

/** Partial least squares regression; its stages are components. Answers stay within the labels. */
public final class PlsRegressor implements RegressionMethod {
    private final int most;

    /** Limits the components that are tried. */
    public PlsRegressor(int most) {
        this.most = most;
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of();
    }

    @Override
    public String stageName() {
        return "components";
    }

    @Override
    public int stageSize(int stage) {
        return stage + 1;
    }

    @Override
    public Path fit(WeightedDataset dataset, Configuration configuration, long seed, Progress progress) {
        Pls1 fitted = Pls1.fit(dataset.features(), dataset.logs(), dataset.copies(), most);
        return features -> dataset.bounded(fitted.predict(features));
    }
}
