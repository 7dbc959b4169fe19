/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
 * validation instead. Calibration and test rows are kept from them. Weak labels are the laboratory's EC at the model's
 * pairs. Where the model's figures come from folds left out by turns, so do theirs, with settings that were chosen once
 * on all labels, which flatters them a little.
 */
public final class BaselineComparison {
    private final TrainingTable table;
    private final Samples labelled;
    private final Split split;
    private final List<int[]> folds;

    /**
     * Prepares the tables that baselines are fitted and tested on.
     *
     * @param split of the labelled rows, as the model had it
     * @param folds of labelled rows that are left out by turns; empty if the split has a test
     * @param pairs of laboratory samples and unlabelled pixels, as the model had them
     * @param range of the target
     */
    public BaselineComparison(
            TrainingData data, Split split, List<int[]> folds, List<Pairing.Pair> pairs, OutputRange range) {
        this.table = LabelledTables.of(data, split, pairs, range);
        this.labelled = new Samples(data.labelled(), data.labels());
        this.split = split;
        this.folds = List.copyOf(folds);
    }

    /** The table of all pixels that the baselines may learn from. */
    public TrainingTable table() {
        return table;
    }

    /** Fits and measures one baseline after the other, in their order. */
    public List<BaselineResult> run(List<Baseline> baselines, long seed, Progress progress) {
        List<BaselineResult> results = new ArrayList<>();
        for (int i = 0; i < baselines.size(); i++) {
            Progress part = progress.part((double) i / baselines.size(), (i + 1.0) / baselines.size());
            FittedBaseline fitted = baselines.get(i).fit(table, seed, part);
            RegressionMetrics metrics = folds.isEmpty() ? tested(fitted) : crossed(fitted, part);
            results.add(new BaselineResult(baselines.get(i), fitted, metrics));
        }
        return results;
    }

    private RegressionMetrics tested(FittedBaseline fitted) {
        Samples test = labelled.select(split.test());
        return RegressionMetrics.of(test.labels(), fitted.predict(test.pixels()));
    }

    private RegressionMetrics crossed(FittedBaseline fitted, Progress progress) {
        int[] learned = split.learned();
        int[] rows = folds.stream().flatMapToInt(IntStream::of).toArray();
        float[] answers = new float[rows.length];
        int at = 0;
        for (int[] fold : folds) {
            progress.report(1, "leaving a fold out");
            int[] left = fold.clone();
            Arrays.sort(left);
            int[] others = IntStream.range(0, learned.length)
                    .filter(position -> Arrays.binarySearch(left, learned[position]) < 0)
                    .toArray();
            for (double log : fitted.tuned()
                    .learn(others, Progress.SILENT)
                    .apply(labelled.select(fold).pixels())) {
                answers[at++] = (float) Math.exp(log);
            }
        }
        return RegressionMetrics.of(labelled.select(rows).labels(), answers);
    }
}
