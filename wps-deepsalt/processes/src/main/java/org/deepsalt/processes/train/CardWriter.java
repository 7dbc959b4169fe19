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

/** Writes down what a training run did. */
record CardWriter(TrainRequest request, TrainingData data, TrainingSettings settings, TrainedModel trained) {

    ModelCard draft(
            List<ModelCard.Input> provenance, LibraryNotes laboratory, ModelCard.Bounded bounded, String device) {
        return new ModelCard(
                ModelCard.SCHEMA,
                request.model(),
                request.title(),
                Instant.now().toString(),
                request.synthetic(),
                settings.seed(),
                settings.preset(),
                new ModelCard.Target(
                        request.samples().target(),
                        request.targetUnit(),
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
                trained.seen().in(request.targetUnit()),
                trained.withoutCovariates(),
                trained.unseen() == null ? null : trained.unseen().in(request.targetUnit()),
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
