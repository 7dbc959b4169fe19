/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.baselines.regression.BoostingRegressor;
import org.deepsalt.model.baselines.regression.ForestRegressor;
import org.deepsalt.model.baselines.regression.RegressionMethod;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinesTest {
    /** Says a line per fit, and tests fit some thousand times. Held, lest the level be lost. */
    private static final Logger SMILE = Logger.getLogger("smile");

    private static final Samples LABELLED = new SyntheticSoil(1).samples(120, 0.1);
    private static final Samples TEST = new SyntheticSoil(2).samples(300, 0);
    private static final Matrix UNLABELLED =
            new SyntheticSoil(3).samples(600, 0).pixels().reflectance();

    @BeforeAll
    static void quiet() {
        SMILE.setLevel(Level.WARNING);
    }

    static Stream<String> learners() {
        return Stream.of("PLSR", "random forest", "gradient boosting", "SVR");
    }

    @Test
    void theyComeInAFixedOrderWithNamesOfTheirOwn() {
        assertThat(Baselines.all().stream().map(Baseline::name))
                .containsExactly(
                        "mean",
                        "best salinity index",
                        "PLSR",
                        "random forest",
                        "gradient boosting",
                        "SVR",
                        "PLSR with weak labels",
                        "random forest with weak labels",
                        "gradient boosting with weak labels",
                        "SVR with weak labels");
    }

    /** Of ninety tens and ten tenths the arithmetic mean is nearer to most, of the reciprocals the geometric one. */
    @Test
    void theMeanIsTheBetterOfTwo() {
        Samples soil = new SyntheticSoil(1).samples(100, 0);
        for (int i = 0; i < 100; i++) {
            soil.labels()[i] = i % 10 == 0 ? 0.1f : 10;
        }
        assertThat(fit("mean", SyntheticSoil.table(soil)).predict(TEST.pixels()))
                .containsOnly(9.01f);
        for (int i = 0; i < 100; i++) {
            soil.labels()[i] = i % 10 == 0 ? 10 : 0.1f;
        }
        assertThat(fit("mean", SyntheticSoil.table(soil)).settings()).containsEntry("mean", "geometric");
    }

    @ParameterizedTest
    @MethodSource("learners")
    void learnersBeatTheMean(String name) {
        TrainingTable table = SyntheticSoil.table(LABELLED, SyntheticSoil.none(), UNLABELLED);
        FittedBaseline fitted = fit(name, table);
        assertThat(mae(fitted)).isLessThan(0.8 * mae(fit("mean", table)));
        assertThat(fitted.settings()).containsKeys("pretreatment", "covariate factor");
    }

    /** Clay is one of the two that the target hangs on; a spectrum shows both. */
    @Test
    void mapsAloneKnowLessThanSpectraAndMoreThanNothing() {
        TrainingTable table = SyntheticSoil.table(LABELLED, SyntheticSoil.none(), UNLABELLED);
        double maps = mae(small(Baselines.covariatesAlone()).fit(table, 9, Progress.SILENT));

        assertThat(maps).isLessThan(mae(fit("mean", table)));
        assertThat(maps).isGreaterThan(1.2 * mae(fit("SVR", table)));
    }

    @Test
    void aTunedMethodLearnsFromTheRowsThatItIsGiven() {
        TrainingTable table = SyntheticSoil.table(LABELLED, SyntheticSoil.none(), UNLABELLED);
        TunedMethod tuned =
                Baselines.all().get(5).fit(table, 9, Progress.SILENT).tuned();
        double[] few =
                tuned.learn(IntStream.range(0, 30).toArray(), Progress.SILENT).apply(TEST.pixels());
        double[] all =
                tuned.learn(IntStream.range(0, 120).toArray(), Progress.SILENT).apply(TEST.pixels());

        assertThat(meanError(all)).isLessThan(meanError(few));
    }

    @Test
    void equalSeedsGiveEqualSettingsAndAnswers() {
        TrainingTable table =
                SyntheticSoil.table(LABELLED.select(IntStream.range(0, 60).toArray()));
        FittedBaseline fitted = fit("gradient boosting", table);
        FittedBaseline again = fit("gradient boosting", table);
        assertThat(again.settings()).isEqualTo(fitted.settings());
        assertThat(again.predict(TEST.pixels())).isEqualTo(fitted.predict(TEST.pixels()));
    }

    @ParameterizedTest
    @MethodSource("learners")
    @Tag("slow")
    void rightWeakLabelsHelpWhereLabelsAreFew(String name) {
        Samples few =
                LABELLED.select(new Random(4).ints(0, 120).distinct().limit(24).toArray());
        Samples weak = new SyntheticSoil(5).samples(150, 0.2);
        TrainingTable table = SyntheticSoil.table(few, weak, UNLABELLED);
        assertThat(mae(fit(name + " with weak labels", table))).isLessThan(0.95 * mae(fit(name, table)));
    }

    /**
     * What memorises its neighbours looks good only if neighbours may be in training and in the held-out rows: twins
     * would bring the error down to nearly nothing. The best of many settings looks a little better than it is without
     * that.
     */
    @ParameterizedTest
    @MethodSource("learners")
    @Tag("slow")
    void noiseThatNeighboursShareIsNotLearned(String name) {
        TrainingTable table = SyntheticSoil.table(twinsOfNoise());
        double mean = fit("mean", table).searchMae();
        assertThat(fit(name, table).searchMae()).isGreaterThan(0.8 * mean);
    }

    @Test
    void aSearchStopsWhenItIsCancelled() {
        int[] calls = {0};
        Progress impatient = (fraction, task) -> {
            if (++calls[0] == 5) {
                throw new CancelledException();
            }
        };
        Baseline boosting = baseline("gradient boosting");
        assertThatThrownBy(() -> boosting.fit(SyntheticSoil.table(LABELLED), 1, impatient))
                .isInstanceOf(CancelledException.class);
        assertThat(calls[0]).isEqualTo(5);
    }

    @Test
    void tooFewLabelsAreRefused() {
        TrainingTable tiny = SyntheticSoil.table(new SyntheticSoil(1).samples(19, 0));
        assertThatThrownBy(() -> fit("PLSR", tiny))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("baseline 'PLSR' has 19 labels to learn from, wanted at least 20: give more samples");
    }

    /** Forty places with five all but equal pixels and one label each, drawn without regard to the spectra. */
    private static Samples twinsOfNoise() {
        Samples some = new SyntheticSoil(6).samples(40, 0);
        int[] rows = new int[200];
        Arrays.setAll(rows, i -> i % 40);
        Pixels pixels = some.pixels().select(rows);
        Random random = new Random(7);
        float[] noise = new float[40];
        for (int i = 0; i < 40; i++) {
            noise[i] = (float) Math.exp(random.nextGaussian());
        }
        float[] labels = new float[200];
        for (int i = 0; i < 200; i++) {
            labels[i] = noise[i % 40];
        }
        Coordinates coordinates = pixels.coordinates();
        return new Samples(new Pixels(pixels.reflectance(), pixels.covariates(), coordinates), labels);
    }

    private static double meanError(double[] logs) {
        return IntStream.range(0, logs.length)
                .mapToDouble(i -> Math.abs(logs[i] - Math.log(TEST.labels()[i])))
                .average()
                .orElseThrow();
    }

    private static double mae(FittedBaseline fitted) {
        return RegressionMetrics.of(TEST.labels(), fitted.predict(TEST.pixels()))
                .mae();
    }

    private static FittedBaseline fit(String name, TrainingTable table) {
        return baseline(name).fit(table, 9, Progress.SILENT);
    }

    private static Baseline baseline(String name) {
        return Baselines.all().stream()
                .filter(one -> one.name().equals(name))
                .map(BaselinesTest::small)
                .findFirst()
                .orElseThrow();
    }

    /** The same baseline with fewer trees, for tests that do not take minutes. */
    private static Baseline small(Baseline one) {
        TunedBaseline tuned = (TunedBaseline) one;
        RegressionMethod fewer = tuned.searcher() instanceof ForestRegressor
                ? new ForestRegressor(8)
                : tuned.searcher() instanceof BoostingRegressor ? new BoostingRegressor(20) : tuned.searcher();
        return new TunedBaseline(tuned.name(), tuned.description(), tuned.features(), fewer, fewer, tuned.weighting());
    }
}
