/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.library.SpectrumUnit;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.model.training.settings.CollapseGuard;
import org.deepsalt.model.training.settings.Presets;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.processes.Defaults;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.inputs.SampleRequest;
import org.deepsalt.processes.job.ProcessLimits;

/** The inputs of {@code deepsalt:TrainModel}, with defaults filled in. */
record TrainRequest(
        String model,
        String ftir,
        String[] enmap,
        String[] covariates,
        SampleRequest samples,
        String targetUnit,
        String targetRange,
        Optional<SpectrumUnit> spectra,
        double pairingDistance,
        SplitRequest split,
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
        TrainingSettings base =
                Presets.of(preset).withRun(pairingDistance, split.plan(), seed).withRange(range());
        TrainingSettings guarded = guard == null ? base : base.withGuard(guard);
        TrainingSettings.Epochs usual = base.epochs();
        return guarded.withEpochs(new TrainingSettings.Epochs(
                Defaults.of(epochs.laboratory, usual.laboratory()),
                Defaults.of(epochs.satellite, usual.satellite()),
                Defaults.of(epochs.alignment, usual.alignment()),
                Defaults.of(epochs.teacher, usual.teacher()),
                Defaults.of(epochs.student, usual.student())));
    }

    SoilProperty property() {
        return new SoilProperty(samples.target(), targetUnit);
    }

    /**
     * What the model can answer: as requested, or the paper's range where the target is ECe.
     *
     * @throws DeepSaltException if the bounds are not understood, or are missing for another target
     */
    OutputRange range() {
        if (targetRange == null && property().isEce()) {
            return OutputRange.PAPER_ECE;
        }
        String wanted = ", wanted minimum,maximum in " + targetUnit + " with 0 < minimum < maximum, such as 0.5,150";
        if (targetRange == null) {
            throw new DeepSaltException("targetRange is missing: target '" + samples.target() + "' in " + targetUnit
                    + " has no usual one" + wanted);
        }
        String[] bounds = targetRange.split(",", -1);
        try {
            return new OutputRange(DecimalText.parse(bounds[0]), DecimalText.parse(bounds[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new DeepSaltException("targetRange is '" + targetRange + "'" + wanted, e);
        }
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
        problems.attempt(this::range);
        if (SoilProperty.key(samples.target()).isEmpty() || targetUnit.isBlank()) {
            problems.add("target is '" + samples.target() + "' in '" + targetUnit
                    + "', wanted the name of an attribute and a unit");
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
