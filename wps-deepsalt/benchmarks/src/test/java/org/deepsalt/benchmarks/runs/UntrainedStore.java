/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.deepsalt.benchmarks.kernels.UntrainedNet;
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

/** A store of one model that has learned nothing, and the command line that finds it. */
public final class UntrainedStore {
    /** Of the model, beside one covariate. */
    public static final int BANDS = 20;

    private UntrainedStore() {}

    /** Starts the command line in this JVM's Java. */
    public static List<String> launcher() {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.deepsalt.cli.Main");
    }

    /** A model that can be run, over bands 20 nm apart and a covariate that the sample world lacks. */
    public static void fill(ModelStore store) {
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
