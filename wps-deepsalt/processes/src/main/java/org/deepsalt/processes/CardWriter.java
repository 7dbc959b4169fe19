/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.spectra.MinMaxScaler;
import org.deepsalt.model.store.Hash;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.training.Places;
import org.deepsalt.model.training.TrainedModel;
import org.deepsalt.model.training.TrainingData;
import org.deepsalt.model.training.TrainingSettings;

/** Writes down what a training run did. */
record CardWriter(TrainRequest request, TrainingData data, TrainingSettings settings, TrainedModel trained) {
    private static final String UNIT = "dS/m";

    ModelCard draft(Path library, List<Path> scenes, String device) {
        return new ModelCard(
                ModelCard.SCHEMA,
                request.model(),
                request.title(),
                Instant.now().toString(),
                request.synthetic(),
                settings.seed(),
                "standard",
                new ModelCard.Target(request.samples().target(), UNIT, settings.range(), 1),
                data.bands(),
                Training.tolerance(),
                covariates(),
                area(data.unlabelled().places()),
                true,
                new ModelCard.Counts(
                        data.library().size(),
                        trained.pairs(),
                        data.unlabelled().size(),
                        trained.split().training().length,
                        trained.split().validation().length,
                        trained.split().calibration().length,
                        trained.split().test().length,
                        trained.split().unseen().length,
                        settings.split().kind().name(),
                        settings.split().holdout()),
                trained.calibration(),
                trained.applicabilityThreshold(),
                trained.seen(),
                trained.unseen(),
                trained.teacher(),
                provenance(library, scenes),
                Map.of(
                        "deepsalt", Version.text(),
                        "engine", device,
                        "java", Runtime.version().toString()),
                Map.of());
    }

    private List<ModelCard.CovariateRange> covariates() {
        MinMaxScaler scaler = trained.net().covariateScaler();
        List<ModelCard.CovariateRange> ranges = new ArrayList<>();
        for (int i = 0; i < data.covariates().size(); i++) {
            double low = scaler.minimum()[i];
            ranges.add(new ModelCard.CovariateRange(
                    data.covariates().get(i).name(), data.covariates().get(i).unit(), low, low + scaler.range()[i]));
        }
        return ranges;
    }

    private static ModelCard.Area area(Places places) {
        double west = Double.POSITIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places.size(); i++) {
            west = Math.min(west, places.longitude()[i]);
            east = Math.max(east, places.longitude()[i]);
            south = Math.min(south, places.latitude()[i]);
            north = Math.max(north, places.latitude()[i]);
        }
        return new ModelCard.Area(west, south, east, north);
    }

    private List<ModelCard.Input> provenance(Path library, List<Path> scenes) {
        List<ModelCard.Input> inputs = new ArrayList<>();
        inputs.add(new ModelCard.Input("library", request.ftir(), Hash.of(library)));
        for (int i = 0; i < scenes.size(); i++) {
            inputs.add(new ModelCard.Input("scene", request.enmap()[i], Hash.of(scenes.get(i))));
        }
        inputs.add(new ModelCard.Input("samples", request.samples().layer(), ""));
        for (String covariate : request.covariates() == null ? new String[0] : request.covariates()) {
            inputs.add(new ModelCard.Input("covariate", covariate, ""));
        }
        return inputs;
    }
}
