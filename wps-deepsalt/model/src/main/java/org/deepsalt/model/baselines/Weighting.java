/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Pixels;

/**
 * Whether the laboratory's EC is learned from, and how much it counts. A weight of 1/k is k copies of every measured
 * label beside one of every weak label, since not every method takes broken weights.
 */
enum Weighting {
    LABELS_ALONE,
    WITH_WEAK_LABELS;

    /** What a weak label counts, where a measured one counts 1. */
    static final Hyperparameter<Double> WEIGHT =
            new Hyperparameter<>("weak label weight", List.of(0.1, 0.25, 0.5, 1.0), 0.25);

    List<Hyperparameter<?>> hyperparameters(TrainingTable table) {
        return weak(table) ? List.of(WEIGHT) : List.of();
    }

    /** The dataset to fit on: labelled rows in their order, then the weak ones. */
    WeightedDataset dataset(TrainingTable table, Function<Pixels, Matrix> features, Configuration configuration) {
        Matrix labelled = features.apply(table.labelled().pixels());
        double[] logs = table.logs(table.labelled());
        int[] copies = new int[logs.length];
        Arrays.fill(copies, 1);
        if (!weak(table)) {
            return new WeightedDataset(labelled, logs, copies);
        }
        Arrays.fill(copies, (int) Math.round(1 / configuration.get(WEIGHT)));
        double[] weakLogs = table.logs(table.weak());
        int[] allCopies = Arrays.copyOf(copies, copies.length + weakLogs.length);
        Arrays.fill(allCopies, copies.length, allCopies.length, 1);
        double[] allLogs = Arrays.copyOf(logs, allCopies.length);
        System.arraycopy(weakLogs, 0, allLogs, logs.length, weakLogs.length);
        return new WeightedDataset(labelled.above(features.apply(table.weak().pixels())), allLogs, allCopies);
    }

    private boolean weak(TrainingTable table) {
        return this == WITH_WEAK_LABELS && table.weak().size() > 0;
    }
}
