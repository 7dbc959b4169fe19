/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import org.deepsalt.model.Problems;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.model.training.TrainingSettings;

/** The inputs of {@code deepsalt:TrainModel}, with defaults filled in. */
record TrainRequest(
        String model,
        String ftir,
        String[] enmap,
        String[] covariates,
        SampleRequest samples,
        double pairingDistance,
        SplitRequest split,
        int unlabelled,
        TrainingSettings.Epochs epochs,
        long seed,
        String title,
        boolean synthetic,
        boolean overwrite) {

    void check(LayerCatalog catalog, ProcessLimits limits, Problems problems) {
        problems.attempt(() -> {
            ModelStore.requireValid(model);
            return model;
        });
        if (!overwrite && catalog.models().has(model)) {
            problems.add("model '" + model + "' exists already: choose another id or set overwrite=true");
        }
        if (!(pairingDistance >= 0.01 && pairingDistance <= 50)) {
            problems.add("pairingDistance is " + pairingDistance + " km, wanted 0.01 to 50");
        }
        if (unlabelled < 100 || unlabelled > limits.maxTrainingPixels()) {
            problems.add("unlabelled is " + unlabelled + ", wanted 100 to " + limits.maxTrainingPixels());
        }
        if (enmap == null || enmap.length == 0) {
            problems.add("enmap is missing: name at least one layer with an EnMAP scene");
        }
    }
}
