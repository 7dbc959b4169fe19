/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.Baseline;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.baselines.FittedBaseline;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.data.LabelledTables;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.split.Split;

/**
 * Fits baselines on what a model was trained on and measures them where it was measured. They learn from the training
 * and the validation rows, since the student sees the latter too, to know when to stop, and they tune by cross
 * validation instead. Calibration and test rows are kept from them. Weak labels are
 * the laboratory's EC at the pairs of the alignment.
 */
public final class BaselineComparison {
    private final TrainingTable table;
    private final Samples test;

    /**
     * Prepares the tables that baselines are fitted and tested on.
     *
     * @param split of the labelled rows, as the model had it
     * @param pairs of laboratory samples and unlabelled pixels, as the model had them
     * @param range of the target
     */
    public BaselineComparison(TrainingData data, Split split, List<Pairing.Pair> pairs, OutputRange range) {
        this.table = LabelledTables.of(data, split, pairs, range);
        this.test = new Samples(data.labelled(), data.labels()).select(split.test());
    }

    /** What the baselines may learn from. */
    public TrainingTable table() {
        return table;
    }

    /** Fits and measures one baseline after the other, in their order. */
    public List<BaselineResult> run(List<Baseline> baselines, long seed, Progress progress) {
        List<BaselineResult> results = new ArrayList<>();
        for (int i = 0; i < baselines.size(); i++) {
            Progress part = progress.part((double) i / baselines.size(), (i + 1.0) / baselines.size());
            FittedBaseline fitted = baselines.get(i).fit(table, seed, part);
            RegressionMetrics metrics = RegressionMetrics.of(test.labels(), fitted.predict(test.pixels()));
            results.add(new BaselineResult(baselines.get(i), fitted, metrics));
        }
        return results;
    }
}
