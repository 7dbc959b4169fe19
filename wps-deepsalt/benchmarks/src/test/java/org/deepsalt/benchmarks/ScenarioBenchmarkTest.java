/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsalt.benchmarks.kernels.NetShape;
import org.deepsalt.benchmarks.kernels.UntrainedNet;
import org.deepsalt.demohost.Settings;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.Exceedance;
import org.deepsalt.model.library.LibraryNotesBuilder;
import org.deepsalt.model.metrics.CodeCosines;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelCardBuilder;
import org.deepsalt.model.store.ModelCardCountsBuilder;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.model.training.TrainedModelBuilder;
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
        ScenarioBenchmark.Plan plan = ScenarioBenchmarkPlanBuilder.builder()
                .sizes(List.of(64))
                .layouts(List.of(Layout.TILED))
                .precisions(List.of(Precision.FLOAT32, Precision.BFLOAT16))
                .seed(3)
                .repeats(1)
                .model("untrained")
                .keep(false)
                .launcher(launcher())
                .dataDirectory(data)
                .untrained(Optional.empty())
                .build();

        Figures figures = new ScenarioBenchmark(plan, new Commands(work), work, news -> {}).run();

        CaseFigures one = figures.cases().get(0);
        CaseFigures rounded = figures.cases().get(1);
        assertThat(one.used()).isEqualTo("float32");
        assertThat(rounded.used()).isEqualTo("bfloat16");
        assertThat(rounded.difference().pixels()).isPositive();
        figures.cases().stream()
                .filter(other -> other.used().equals("float32"))
                .forEach(same -> assertThat(same.difference().pixels()).isZero());
        CaseFigures part = figures.cases().stream()
                .filter(other -> other.variation().part())
                .findFirst()
                .orElseThrow();
        assertThat(part.pixels()).isEqualTo(36);
        assertThat(part.shareOfWhole().orElseThrow().median()).isPositive();
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

    @Test
    void aNetOfThePapersShapeIsMeasuredWithoutATraining() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path work = Files.createDirectory(folder.resolve("work"));
        TensorFlow.start(Settings.engine());
        untrained(new ModelStore(data.resolve("deepsalt/models")));
        ScenarioBenchmark.Plan plan = ScenarioBenchmarkPlanBuilder.builder()
                .sizes(List.of(64))
                .layouts(List.of(Layout.TILED))
                .precisions(List.of(Precision.FLOAT32))
                .seed(3)
                .repeats(1)
                .model("untrained")
                .launcher(launcher())
                .dataDirectory(data)
                .untrained(Optional.of(NetShape.PAPER))
                .build();

        Figures figures = new ScenarioBenchmark(plan, new Commands(work), work, news -> {}).run();

        assertThat(figures.flopPerPixel()).isEqualTo(2.0 * NetCost.ofPaper(BANDS, 1));
        assertThat(figures.cases()).allMatch(one -> one.estimated() > 0);
    }

    @Test
    void scenesAtOnceAndThreadsAreMeasuredInOneJvm() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path work = Files.createDirectory(folder.resolve("work"));
        TensorFlow.start(Settings.engine());
        untrained(new ModelStore(data.resolve("deepsalt/models")));
        int all = Runtime.getRuntime().availableProcessors();
        ThroughputBenchmark.Plan plan = ThroughputBenchmarkPlanBuilder.builder()
                .size(64)
                .scenes(List.of(1, 2))
                .threads(List.of(all, 3 + all))
                .processors(List.of(all))
                .seed(3)
                .repeats(2)
                .model("untrained")
                .launcher(launcher())
                .dataDirectory(data)
                .build();

        ThroughputFigures figures = new ThroughputBenchmark(plan, new Commands(work), work, news -> {}).run();

        assertThat(figures.rows())
                .extracting(row -> row.told().asked())
                .containsExactly(
                        new ThroughputWorker.Case(1, all),
                        new ThroughputWorker.Case(2, all),
                        new ThroughputWorker.Case(1, 3 + all));
        assertThat(figures.rows())
                .allMatch(row -> row.told().seconds().size() == 2 && figures.pixelsPerSecond(row) > 0);
    }

    private static List<String> launcher() {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
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
        ModelCard card = ModelCardBuilder.builder()
                .schema(ModelCard.SCHEMA)
                .id("untrained")
                .title("Knows nothing")
                .created("2026-01-01T00:00:00Z")
                .synthetic(true)
                .seed(7)
                .preset("paper")
                .target(new ModelCard.Target("ece", "dS/m", OutputRange.PAPER_ECE, 1))
                .bands(bands)
                .wavelengthTolerance(15)
                .covariates(List.of(new ModelCard.CovariateRange("slope", "%", 0, 10, true)))
                .area(new ModelCard.Area(-120, 30, -100, 50))
                .aligned(false)
                .counts(ModelCardCountsBuilder.builder()
                        .library(0)
                        .pairs(0)
                        .unlabelled(0)
                        .training(0)
                        .validation(0)
                        .calibration(0)
                        .test(0)
                        .unseen(0)
                        .split("random")
                        .holdout("")
                        .build())
                .laboratory(List.of(LibraryNotesBuilder.builder()
                        .values("absorbance")
                        .declared(true)
                        .columns(1765)
                        .lowest(599.8)
                        .highest(4001.6)
                        .floored(0)
                        .skipped(Map.of())
                        .conversions(List.of())
                        .build()))
                .bounded(new ModelCard.Bounded(0, 0, 0))
                .calibration(calibration)
                .exceedance(exceedance)
                .applicabilityThreshold(1)
                .test(test)
                .testWithoutCovariates(null)
                .unseen(null)
                .teacher(unknown)
                .codes(codes)
                .provenance(List.of())
                .software(Map.of())
                .files(Map.of())
                .build();
        store.save(
                card,
                TrainedModelBuilder.builder()
                        .net(net.net())
                        .parameters(net.parameters())
                        .calibration(calibration)
                        .exceedance(exceedance)
                        .applicabilityThreshold(1)
                        .split(null)
                        .folds(List.of())
                        .pairs(List.of())
                        .seen(test)
                        .withoutCovariates(null)
                        .unseen(null)
                        .teacher(unknown)
                        .codes(codes)
                        .curves(Map.of())
                        .build(),
                false);
    }
}
