/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.SyntheticSoil;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smile.base.cart.Loss;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.regression.GradientTreeBoost;

class RegressorsTest {
    private static final Samples SOIL = new SyntheticSoil(11).samples(150, 0.1);

    static Stream<RegressionMethod> learners() {
        return Stream.of(
                new PlsRegressor(10),
                new ForestRegressor(40),
                new BoostingRegressor(60),
                SupportVectorRegressor.thorough());
    }

    @ParameterizedTest
    @MethodSource("learners")
    void equalSeedsGiveEqualAnswersToTheLastBit(RegressionMethod method) {
        WeightedDataset dataset = dataset(SOIL, 1);
        Configuration configuration = Configuration.start(method.hyperparameters());
        double[][] first =
                method.fit(dataset, configuration, 5, Progress.SILENT).predict(dataset.features());
        double[][] again =
                method.fit(dataset, configuration, 5, Progress.SILENT).predict(dataset.features());
        assertThat(again).isDeepEqualTo(first);
    }

    /** The loop is ours, the trees are Smile's: without weights and chance both must agree. */
    @Test
    void boostingIsSmilesBoosting() {
        WeightedDataset dataset = dataset(SOIL, 1);
        BoostingRegressor method = new BoostingRegressor(20);
        Configuration configuration = Configuration.start(List.of(
                new Hyperparameter<>(BoostingRegressor.DEPTH.name(), BoostingRegressor.DEPTH.values(), 3),
                BoostingRegressor.RATE,
                BoostingRegressor.LEAF,
                new Hyperparameter<>(BoostingRegressor.ROWS.name(), BoostingRegressor.ROWS.values(), 1.0),
                new Hyperparameter<>(BoostingRegressor.COLUMNS.name(), BoostingRegressor.COLUMNS.values(), 1.0)));
        DataFrame rows = Trees.frame(dataset.features());
        GradientTreeBoost smile = GradientTreeBoost.fit(
                Formula.lhs("y"),
                rows.merge(DoubleVector.of("y", dataset.logs())),
                Loss.ls(),
                20,
                3,
                Integer.MAX_VALUE,
                5,
                0.08,
                1);
        double[] ours = method.fit(dataset, configuration, 5, Progress.SILENT).predict(dataset.features(), 19);
        double[] theirs = rows.stream().mapToDouble(smile::predict).toArray();
        assertThat(ours).containsExactly(theirs, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void whatCountsMoreIsFollowedMore(RegressionMethod method) {
        Matrix same = Matrix.zeros(120, 2);
        double[] logs = new double[120];
        Arrays.fill(logs, 60, 120, 1.0);
        int[] copies = new int[120];
        Arrays.fill(copies, 0, 60, 1);
        Arrays.fill(copies, 60, 120, 10);
        for (int row = 0; row < 120; row++) {
            same.values()[2 * row] = row % 60;
            same.values()[2 * row + 1] = row % 60 % 7;
        }
        double[][] answers = method.fit(
                        new WeightedDataset(same, logs, copies),
                        Configuration.start(method.hyperparameters()),
                        1,
                        Progress.SILENT)
                .predict(same);
        assertThat(Arrays.stream(answers[answers.length - 1]).average().orElseThrow())
                .isBetween(0.75, 1.05);
    }

    @Test
    void supportVectorsRepeatFewLabelsAndThinOutWeakOnesBesideMany() {
        int[] few = SupportVectorRegressor.repeated(copies(50, 10, 200), 1);
        assertThat(few).hasSize(700);
        int[] many = SupportVectorRegressor.repeated(copies(1000, 10, 500), 1);
        assertThat(IntStream.of(many).filter(row -> row < 1000).count()).isEqualTo(1000);
        assertThat(IntStream.of(many).filter(row -> row >= 1000).count()).isBetween(30L, 75L);
    }

    private static int[] copies(int labels, int each, int weak) {
        int[] copies = new int[labels + weak];
        Arrays.fill(copies, 1);
        Arrays.fill(copies, 0, labels, each);
        return copies;
    }

    private static WeightedDataset dataset(Samples samples, int copies) {
        int[] each = new int[samples.size()];
        Arrays.fill(each, copies);
        return new WeightedDataset(
                samples.pixels().reflectance().beside(samples.pixels().covariates()),
                SyntheticSoil.table(samples).logs(samples),
                each);
    }
}
