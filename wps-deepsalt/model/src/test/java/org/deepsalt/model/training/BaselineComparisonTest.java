/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.Baseline;
import org.deepsalt.model.baselines.BaselineResult;
import org.deepsalt.model.baselines.Baselines;
import org.deepsalt.model.baselines.SyntheticSoil;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.split.Split;
import org.junit.jupiter.api.Test;

class BaselineComparisonTest {
    private static final Samples LABELLED = new SyntheticSoil(1).samples(100, 0.1);
    private static final Samples OTHERS = new SyntheticSoil(2).samples(300, 0);
    private static final List<Pairing.Pair> PAIRS =
            List.of(new Pairing.Pair(1, 250, 0.2), new Pairing.Pair(0, 7, 0.5), new Pairing.Pair(2, 8, 0.9));
    private static final Split SPLIT = new Split(range(30, 90), range(0, 10), range(10, 20), range(20, 30), new int[0]);

    private final BaselineComparison comparison =
            new BaselineComparison(data(), SPLIT, List.of(), PAIRS, OutputRange.PAPER_ECE);

    @Test
    void theyLearnFromTrainingAndValidationRowsAndTheStudentsPairs() {
        TrainingTable table = comparison.table();
        assertThat(table.labelled().labels()).hasSize(70).startsWith(LABELLED.labels()[0]);
        assertThat(table.labelled().labels()[10]).isEqualTo(LABELLED.labels()[30]);
        assertThat(table.weak().labels()).containsExactly(20, 10, 30);
        assertThat(table.weak().pixels().reflectance().row(0))
                .isEqualTo(OTHERS.pixels().reflectance().row(250));
        assertThat(table.unlabelled()).isSameAs(OTHERS.pixels().reflectance());
    }

    @Test
    void theyAreMeasuredOnTheTestRows() {
        List<Baseline> two = Baselines.all().subList(0, 2);
        List<BaselineResult> results = comparison.run(two, 3, Progress.SILENT);
        assertThat(results.stream().map(BaselineResult::baseline)).containsExactlyElementsOf(two);
        Samples test = LABELLED.select(SPLIT.test());
        assertThat(results.get(1).test())
                .isEqualTo(RegressionMetrics.of(
                        test.labels(), results.get(1).fitted().predict(test.pixels())));
    }

    @Test
    void whereFoldsAreLeftOutTheyAreMeasuredOnAllOfThem() {
        Split all = new Split(range(0, 100), new int[0], new int[0], new int[0], new int[0]);
        List<int[]> folds = List.of(range(50, 100), range(0, 50));
        BaselineComparison crossed = new BaselineComparison(data(), all, folds, PAIRS, OutputRange.PAPER_ECE);
        List<BaselineResult> results = crossed.run(Baselines.all().subList(1, 2), 3, Progress.SILENT);
        assertThat(results.get(0).test().count()).isEqualTo(100);
        RegressionMetrics fitted =
                RegressionMetrics.of(LABELLED.labels(), results.get(0).fitted().predict(LABELLED.pixels()));
        assertThat(results.get(0).test().mae()).isGreaterThan(fitted.mae()).isLessThan(2 * fitted.mae());
    }

    private static TrainingData data() {
        FtirLibrary library = new FtirLibrary(
                List.of("a", "b", "c"),
                new double[3],
                new double[3],
                new float[] {10, 20, 30},
                Matrix.zeros(3, 1765),
                Wavenumbers.BRUKER);
        return new TrainingData(
                SyntheticSoil.bands(),
                Collections.emptyList(),
                LABELLED.pixels(),
                LABELLED.labels(),
                OTHERS.pixels(),
                library);
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }
}
