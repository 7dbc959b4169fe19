/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsalt.benchmarks.kernels.UntrainedNet;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.model.training.TrainedModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ScenarioBenchmarkTest {
    private static final int BANDS = 20;

    @TempDir
    private Path folder;

    @Test
    void aSmallSceneIsMeasuredThroughTheCommandLineAndNothingIsLeft() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path work = Files.createDirectory(folder.resolve("work"));
        TensorFlow.start(Settings.engine());
        untrained(new ModelStore(data.resolve("deepsalt/models")));
        ScenarioBenchmark.Plan plan = new ScenarioBenchmark.Plan(
                List.of(64), List.of(Layout.TILED), 3, 1, "untrained", false, launcher(), data);

        Figures figures = new ScenarioBenchmark(plan, new Commands(work), work, news -> {}).run();

        CaseFigures one = figures.cases().get(0);
        assertThat(one.estimated()).isBetween(1L, 64L * 64);
        assertThat(one.estimationSeconds().median())
                .isPositive()
                .isLessThan(one.wholeSeconds().median());
        assertThat(one.shares().values().stream().mapToDouble(share -> share).sum())
                .isBetween(0.999, 1.001);
        assertThat(one.ratio().median()).isPositive();
        assertThat(one.gdalSeconds().isPresent()).isEqualTo(Gdal.isInstalled());
        try (Stream<Path> left = Files.list(work)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    private static List<String> launcher() {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "org.deepsalt.cli.Main");
    }

    /** A model that can be run, over bands 20 nm apart and a covariate that the sample world lacks. */
    private static void untrained(ModelStore store) {
        UntrainedNet net = UntrainedNet.of(BANDS, 1);
        List<Band> bands = IntStream.range(0, BANDS)
                .mapToObj(band -> new Band(450 + 20.0 * band, 8))
                .toList();
        Calibration calibration =
                new Calibration(new double[0], new double[][] {{1, 2, 3}}, Calibration.Source.SPLIT, false);
        Exceedance exceedance = new Exceedance(-1, 2, new double[] {0.9, 0.1});
        float[] two = {1, 2};
        RegressionMetrics unknown = RegressionMetrics.of(two, two);
        Evaluation test = Evaluation.of(
                new Predictions(two, two, two, new boolean[] {true, true}, two), Evaluation.CONFIDENCE, List.of());
        CodeCosines codes = new CodeCosines(1, 0, 0, 0);
        ModelCard card = new ModelCard(
                ModelCard.SCHEMA,
                "untrained",
                "Knows nothing",
                "2026-01-01T00:00:00Z",
                true,
                7,
                "paper",
                new ModelCard.Target("ece", "dS/m", OutputRange.PAPER_ECE, 1),
                bands,
                15,
                List.of(new ModelCard.CovariateRange("slope", "%", 0, 10, true)),
                new ModelCard.Area(-120, 30, -100, 50),
                false,
                new ModelCard.Counts(0, 0, 0, 0, 0, 0, 0, 0, "random", ""),
                new LibraryNotes(
                        "absorbance",
                        true,
                        1765,
                        599.8,
                        4001.6,
                        1.9285,
                        List.of(),
                        0,
                        Map.of(),
                        null,
                        0,
                        null,
                        List.of()),
                new ModelCard.Bounded(0, 0, 0),
                calibration,
                exceedance,
                1,
                test,
                null,
                null,
                unknown,
                codes,
                List.of(),
                Map.of(),
                Map.of());
        store.save(
                card,
                new TrainedModel(
                        net.net(),
                        net.parameters(),
                        calibration,
                        exceedance,
                        1,
                        null,
                        List.of(),
                        List.of(),
                        test,
                        null,
                        null,
                        unknown,
                        codes,
                        Map.of()),
                false);
    }
}
