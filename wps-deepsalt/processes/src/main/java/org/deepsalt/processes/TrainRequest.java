/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import org.deepsalt.model.Problems;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.model.training.CollapseGuard;
import org.deepsalt.model.training.Presets;
import org.deepsalt.model.training.Split;
import org.deepsalt.model.training.TrainingSettings;

/** The inputs of {@code deepsalt:TrainModel}, with defaults filled in. */
record TrainRequest(
        String model,
        String ftir,
        String[] enmap,
        String[] covariates,
        String samples,
        String target,
        double pairingDistance,
        Split.Kind split,
        int unlabelled,
        String preset,
        CollapseGuard guard,
        Epochs epochs,
        long seed,
        boolean baselines,
        String title,
        boolean synthetic,
        boolean overwrite) {

    /**
     * Most passes of each stage; null leaves them to the preset.
     *
     * @param laboratory autoencoder of laboratory spectra
     * @param satellite autoencoder of satellite spectra
     * @param alignment of the two
     * @param teacher on laboratory codes
     * @param student on satellite codes and covariates
     */
    record Epochs(Integer laboratory, Integer satellite, Integer alignment, Integer teacher, Integer student) {}

    /** The preset, and what the request says otherwise. */
    TrainingSettings settings() {
        TrainingSettings base = Presets.of(preset).withRun(pairingDistance, split, seed);
        TrainingSettings guarded = guard == null ? base : base.withGuard(guard);
        TrainingSettings.Epochs usual = base.epochs();
        return guarded.withEpochs(new TrainingSettings.Epochs(
                Defaults.of(epochs.laboratory, usual.laboratory()),
                Defaults.of(epochs.satellite, usual.satellite()),
                Defaults.of(epochs.alignment, usual.alignment()),
                Defaults.of(epochs.teacher, usual.teacher()),
                Defaults.of(epochs.student, usual.student())));
    }

    void check(LayerCatalog catalog, ProcessLimits limits, Problems problems) {
        problems.attempt(() -> {
            ModelStore.requireValid(model);
            return model;
        });
        if (!overwrite && catalog.models().has(model)) {
            problems.add("model '" + model + "' exists already: choose another id or set overwrite=true");
        }
        if (!Presets.NAMES.contains(preset)) {
            problems.add("preset is '" + preset + "', wanted one of " + String.join(", ", Presets.NAMES));
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
