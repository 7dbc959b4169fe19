/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;

/** Answers the mean of the labels, whatever the pixel. */
public final class MeanRegressor implements RegressionMethod {
    private enum Kind {
        GEOMETRIC,
        ARITHMETIC;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Hyperparameter<Kind> KIND =
            new Hyperparameter<>("mean", List.of(Kind.values()), Kind.GEOMETRIC);

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(KIND);
    }

    @Override
    public String stageName() {
        return "numbers";
    }

    @Override
    public int stageSize(int stage) {
        return 1;
    }

    @Override
    public Path fit(WeightedDataset dataset, Configuration configuration, long seed, Progress progress) {
        boolean geometric = configuration.get(KIND) == Kind.GEOMETRIC;
        double sum = 0;
        double copies = 0;
        for (int i = 0; i < dataset.size(); i++) {
            double log = dataset.logs()[i];
            sum += (geometric ? log : Math.exp(log)) * dataset.copies()[i];
            copies += dataset.copies()[i];
        }
        double mean = geometric ? sum / copies : Math.log(sum / copies);
        return features -> {
            double[] answer = new double[features.rows()];
            Arrays.fill(answer, mean);
            return new double[][] {answer};
        };
    }
}
