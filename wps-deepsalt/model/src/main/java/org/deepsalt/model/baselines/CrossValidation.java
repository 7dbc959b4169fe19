/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.features.FeatureMaker;
import org.deepsalt.model.baselines.regression.RegressionMethod;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Score;
import org.deepsalt.model.matrix.Matrix;

/**
 * Cross-validates configurations on folds of the labelled rows. Weak rows are learned from in every fold and measured
 * in none, as it will be in use. The folds of a configuration are fitted by several threads and their errors are added
 * up in their order.
 */
final class CrossValidation {
    /** A configuration that is this much worse after half of the folds is given up. */
    private static final double HOPELESS = 1.05;

    private final TrainingTable table;
    private final FeatureMaker.Prepared features;
    private final RegressionMethod method;
    private final List<int[]> folds;
    private final Weighting weighting;
    private final long seed;

    CrossValidation(
            TrainingTable table,
            FeatureMaker.Prepared features,
            RegressionMethod method,
            List<int[]> folds,
            Weighting weighting,
            long seed) {
        this.table = table;
        this.features = features;
        this.method = method;
        this.folds = folds;
        this.weighting = weighting;
        this.seed = seed;
    }

    /**
     * The cross-validation error of a configuration.
     *
     * @param best score so far, against which a hopeless configuration is given up
     */
    Score score(Configuration configuration, Score best) {
        WeightedDataset all = weighting.dataset(table, features.transform(configuration), configuration);
        int half = (folds.size() + 1) / 2;
        Errors early = errors(all, configuration, 0, half);
        double earlyMae = early.mae(early.best());
        if (earlyMae > HOPELESS * best.early()) {
            return Score.WORST;
        }
        Errors both = early.plus(errors(all, configuration, half, folds.size()));
        return new Score(both.mae(both.best()), earlyMae, both.best());
    }

    private Errors errors(WeightedDataset all, Configuration configuration, int from, int to) {
        return IntStream.range(from, to)
                .parallel()
                .mapToObj(fold -> errors(all, configuration, folds.get(fold)))
                .toList()
                .stream()
                .reduce(new Errors(new double[0], 0), Errors::plus);
    }

    private Errors errors(WeightedDataset all, Configuration configuration, int[] heldOut) {
        int[] rows = Folds.others(all.size(), heldOut);
        double[] logs = new double[rows.length];
        int[] copies = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            logs[i] = all.logs()[rows[i]];
            copies[i] = all.copies()[rows[i]];
        }
        WeightedDataset dataset = new WeightedDataset(all.features().select(rows), logs, copies);
        Matrix held = all.features().select(heldOut);
        double[][] predicted =
                method.fit(dataset, configuration, seed, Progress.SILENT).predict(held);
        double[] sums = new double[predicted.length];
        for (int stage = 0; stage < sums.length; stage++) {
            for (int i = 0; i < heldOut.length; i++) {
                double label = table.answer(all.logs()[heldOut[i]]);
                sums[stage] += Math.abs(table.answer(predicted[stage][i]) - label);
            }
        }
        return new Errors(sums, heldOut.length);
    }

    /**
     * Absolute errors in dS/m.
     *
     * @param sums by stage
     * @param count of rows in each sum
     */
    private record Errors(double[] sums, int count) {
        /** A fit that ended early goes on with its last stage. */
        Errors plus(Errors more) {
            if (count == 0 || more.count == 0) {
                return count == 0 ? more : this;
            }
            double[] both = new double[Math.max(sums.length, more.sums.length)];
            Arrays.setAll(both, stage -> at(sums, stage) + at(more.sums, stage));
            return new Errors(both, count + more.count);
        }

        private static double at(double[] sums, int stage) {
            return sums[Math.min(stage, sums.length - 1)];
        }

        int best() {
            int best = 0;
            for (int stage = 1; stage < sums.length; stage++) {
                if (sums[stage] < sums[best]) {
                    best = stage;
                }
            }
            return best;
        }

        double mae(int stage) {
            return sums[stage] / count;
        }
    }
}
