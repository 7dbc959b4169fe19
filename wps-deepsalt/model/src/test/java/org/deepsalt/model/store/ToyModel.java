/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.store;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.library.LibraryNotesBuilder;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.TrainingData;

/** Cards of models that were trained on toy data. */
final class ToyModel {
    private ToyModel() {}

    static ModelCard draft(TrainingData data, TrainedModel trained, String id, String title) {
        return ModelCardBuilder.builder()
                .schema(ModelCard.SCHEMA)
                .id(id)
                .title(title)
                .created("2026-01-01T00:00:00Z")
                .synthetic(true)
                .seed(1)
                .preset("quick")
                .target(new ModelCard.Target("ece", "dS/m", OutputRange.PAPER_ECE, 1))
                .bands(data.bands())
                .wavelengthTolerance(2.5)
                .covariates(List.of(
                        new ModelCard.CovariateRange("sand", "%", 0, 100, false),
                        new ModelCard.CovariateRange("tavg", "degC", 12, 12, false)))
                .area(new ModelCard.Area(-110, 39, -109, 40))
                .aligned(true)
                .counts(ModelCardCountsBuilder.builder()
                        .library(70)
                        .pairs(trained.pairs().size())
                        .unlabelled(300)
                        .training(1)
                        .validation(1)
                        .calibration(1)
                        .test(1)
                        .unseen(0)
                        .split("RANDOM")
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
                .bounded(new ModelCard.Bounded(0, 0, 90))
                .calibration(trained.calibration())
                .exceedance(trained.exceedance())
                .applicabilityThreshold(trained.applicabilityThreshold())
                .test(trained.seen())
                .testWithoutCovariates(trained.withoutCovariates())
                .unseen(trained.unseen())
                .teacher(trained.teacher())
                .codes(trained.codes())
                .provenance(List.of(new ModelCard.Input("library", "toy", "", null)))
                .software(Map.of("deepsalt", "test"))
                .files(Map.of())
                .build();
    }
}
