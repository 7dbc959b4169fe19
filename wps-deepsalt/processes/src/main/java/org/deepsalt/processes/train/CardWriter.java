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
     * @param laboratory how the library was read
     * @param bounded labels outside the range of answers
     * @param device that TensorFlow ran on
     */
    ModelCard draft(
            List<ModelCard.Input> provenance, LibraryNotes laboratory, ModelCard.Bounded bounded, String device) {
        return new ModelCard(
                ModelCard.SCHEMA,
                request.model().id(),
                request.model().title(),
                Instant.now().toString(),
                request.model().synthetic(),
                settings.seed(),
                settings.preset(),
                new ModelCard.Target(
                        request.target().samples().target(),
                        request.target().unit(),
                        settings.head().range(),
                        1),
                data.bands(),
                Training.tolerance(),
                covariates(),
                Provenance.area(data.unlabelled().coordinates()),
                settings.alignment().schedule().epochs() > 0,
                new ModelCard.Counts(
                        data.library().size(),
                        trained.pairs().size(),
                        data.unlabelled().size(),
                        trained.split().training().length,
                        trained.split().validation().length,
                        trained.split().calibration().length,
                        Math.toIntExact(trained.test().count()),
                        trained.split().unseen().length,
                        settings.split().kind().name(),
                        settings.split().holdout()),
                laboratory,
                bounded,
                trained.calibration(),
                trained.exceedance(),
                trained.applicabilityThreshold(),
                trained.seen().in(request.target().unit()),
                trained.withoutCovariates(),
                trained.unseen() == null
                        ? null
                        : trained.unseen().in(request.target().unit()),
                trained.teacher(),
                trained.codes(),
                provenance,
                Map.of(
                        "deepsalt", Version.text(),
                        "engine", device,
                        "java", Runtime.version().toString()),
                Map.of());
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
