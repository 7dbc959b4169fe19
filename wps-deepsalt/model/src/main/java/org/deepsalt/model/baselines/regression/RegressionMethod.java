/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;

/** A regression method that learns log ECe from a table of features. Immutable; used by several threads at once. */
public interface RegressionMethod {
    /** The hyperparameters that a search tunes; may be empty. */
    List<Hyperparameter<?>> hyperparameters();

    /** What each stage of a fit adds, as "trees"; the number of stages is tuned at no cost. */
    String stageName();

    /** How many of them a stage stands for, as 40 trees. */
    int stageSize(int stage);

    /**
     * Fits the method to a dataset. The result follows from the arguments alone.
     *
     * @param progress asked between steps, from the calling thread
     */
    Path fit(WeightedDataset dataset, Configuration configuration, long seed, Progress progress);

    /** A fitted method, stage by stage. Thread-safe. */
    interface Path {
        /**
         * Predicted logarithms by stage and row; a fit may end in fewer stages than another one, then its last counts.
         */
        double[][] predict(Matrix features);

        /** Predicted logarithms of one stage. */
        default double[] predict(Matrix features, int stage) {
            double[][] all = predict(features);
            return all[Math.min(stage, all.length - 1)];
        }
    }
}
