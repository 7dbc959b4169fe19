/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.regression.RegressionMethod;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Pixels;

/** A method with the settings that a search chose, ready to learn from any of the labels. Thread-safe. */
public final class TunedMethod {
    private final TrainingTable table;
    private final Weighting weighting;
    private final RegressionMethod method;
    private final Configuration configuration;
    private final Function<Pixels, Matrix> transform;
    private final int stage;
    private final long seed;

    TunedMethod(
            TrainingTable table,
            Weighting weighting,
            RegressionMethod method,
            Configuration configuration,
            Function<Pixels, Matrix> transform,
            int stage,
            long seed) {
        this.table = table;
        this.weighting = weighting;
        this.method = method;
        this.configuration = configuration;
        this.transform = transform;
        this.stage = stage;
        this.seed = seed;
    }

    /**
     * Learns from some labelled rows of the table that it was tuned on, and from all weak ones.
     *
     * @param rows of the labelled pixels
     * @return from pixels to natural logarithms of the target within its range; thread-safe
     */
    public Function<Pixels, double[]> learn(int[] rows, Progress progress) {
        WeightedDataset dataset = weighting.dataset(table.withLabelled(rows), transform, configuration);
        RegressionMethod.Path learned = method.fit(dataset, configuration, seed, progress);
        return pixels -> {
            if (pixels.size() == 0) {
                return new double[0];
            }
            double[] logs = learned.predict(transform.apply(pixels), stage);
            for (int i = 0; i < logs.length; i++) {
                logs[i] = table.bounded(logs[i]);
            }
            return logs;
        };
    }

    /** What the search chose, by name: numbers and texts. */
    Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(configuration.described());
        settings.put(method.stageName(), method.stageSize(stage));
        return Collections.unmodifiableMap(settings);
    }
}
