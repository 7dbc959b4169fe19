/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.library.LibraryNotes;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.net.CovariateInput;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelCardBuilder;
import org.deepsalt.model.store.ModelCardCountsBuilder;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.processes.report.Version;

/** Writes the card of a new model. Immutable. */
final class CardWriter {
    private final TrainRequest request;
    private final TrainingData data;
    private final TrainingSettings settings;
    private final TrainedModel trained;

    /**
     * Prepares the card of a training.
     *
     * @param data that the model was trained on
     */
    CardWriter(TrainRequest request, TrainingData data, TrainingSettings settings, TrainedModel trained) {
        this.request = request;
        this.data = data;
        this.settings = settings;
        this.trained = trained;
    }

    /**
     * The card as it is before the model is stored: without the hashes of the model's files.
     *
     * @param laboratory how each library was read
     * @param bounded labels outside the range of answers
     * @param device that TensorFlow ran on
     */
    ModelCard draft(
            List<ModelCard.Input> provenance, List<LibraryNotes> laboratory, ModelCard.Bounded bounded, String device) {
        return ModelCardBuilder.builder()
                .schema(ModelCard.SCHEMA)
                .id(request.model().id())
                .title(request.model().title())
                .created(Instant.now().toString())
                .synthetic(request.model().synthetic())
                .screening(data.screening())
                .seed(settings.seed())
                .preset(settings.preset())
                .target(new ModelCard.Target(
                        request.target().attribute(),
                        request.target().unit(),
                        settings.head().range(),
                        1))
                .bands(data.bands())
                .wavelengthTolerance(Training.tolerance())
                .covariates(covariates())
                .area(Provenance.area(data.unlabelled().coordinates()))
                .aligned(settings.alignment().schedule().epochs() > 0)
                .counts(ModelCardCountsBuilder.builder()
                        .library(data.library().size())
                        .soils(data.soils().size())
                        .pairs(trained.pairs().size())
                        .unlabelled(data.unlabelled().size())
                        .training(trained.split().training().length)
                        .validation(trained.split().validation().length)
                        .calibration(trained.split().calibration().length)
                        .test(Math.toIntExact(trained.test().count()))
                        .unseen(trained.split().unseen().length)
                        .split(settings.split().kind().name())
                        .holdout(settings.split().holdout())
                        .build())
                .laboratory(laboratory)
                .bounded(bounded)
                .calibration(trained.calibration())
                .exceedance(trained.exceedance())
                .applicabilityThreshold(trained.applicabilityThreshold())
                .test(trained.seen().in(request.target().unit()))
                .testWithoutCovariates(trained.withoutCovariates())
                .unseen(
                        trained.unseen() == null
                                ? null
                                : trained.unseen().in(request.target().unit()))
                .teacher(trained.teacher())
                .codes(trained.codes())
                .provenance(provenance)
                .software(Map.of(
                        "deepsalt", Version.text(),
                        "engine", device,
                        "java", Runtime.version().toString()))
                .files(Map.of())
                .build();
    }

    private List<ModelCard.CovariateRange> covariates() {
        CovariateInput input = trained.net().student().covariates();
        MinMaxScaler scaler = input.scaler();
        List<ModelCard.CovariateRange> ranges = new ArrayList<>();
        for (int i = 0; i < data.covariates().size(); i++) {
            double low = scaler.minimum()[i];
            ranges.add(new ModelCard.CovariateRange(
                    data.covariates().get(i).name(),
                    data.covariates().get(i).unit(),
                    low,
                    low + scaler.range()[i],
                    input.optional()));
        }
        return ranges;
    }
}
