/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import org.deepsalt.model.Problems;
import org.deepsalt.model.training.settings.CollapseGuard;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.processes.Defaults;
import org.jspecify.annotations.Nullable;

/**
 * Preset, epochs, split and seed of a training.
 *
 * @param preset name of one of {@link Presets#NAMES}
 * @param guard against the collapse of the alignment; null for the preset's
 * @param split of the labelled pixels
 * @param seed of all random choices
 * @param baselines whether other methods are tuned on the same samples
 */
record TrainingOptions(
        String preset, @Nullable CollapseGuard guard, Epochs epochs, SplitRequest split, long seed, boolean baselines) {

    /**
     * Most passes of each stage; null leaves them to the preset.
     *
     * @param laboratory autoencoder of laboratory spectra
     * @param satellite autoencoder of satellite spectra
     * @param alignment of the two
     * @param teacher on laboratory codes
     * @param student on satellite codes and covariates
     */
    record Epochs(
            @Nullable Integer laboratory,
            @Nullable Integer satellite,
            @Nullable Integer alignment,
            @Nullable Integer teacher,
            @Nullable Integer student) {}

    void check(Problems problems) {
        if (!Presets.NAMES.contains(preset)) {
            problems.add("preset is '" + preset + "', wanted one of " + String.join(", ", Presets.NAMES));
        }
    }

    /**
     * The settings of the preset, with what the request says otherwise.
     *
     * @param screening whether no field sample is given
     */
    TrainingSettings settings(LaboratoryRequest laboratory, TargetRequest target, boolean screening) {
        TrainingSettings base = Presets.of(preset)
                .withRun(laboratory.pairingDistance(), split.plan(screening), seed)
                .withRange(target.outputRange());
        TrainingSettings guarded = guard == null ? base : base.withGuard(guard);
        TrainingSettings.Epochs usual = base.epochs();
        return guarded.withEpochs(new TrainingSettings.Epochs(
                Defaults.of(epochs.laboratory, usual.laboratory()),
                Defaults.of(epochs.satellite, usual.satellite()),
                Defaults.of(epochs.alignment, usual.alignment()),
                Defaults.of(epochs.teacher, usual.teacher()),
                Defaults.of(epochs.student, usual.student())));
    }
}
