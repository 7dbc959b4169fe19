/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import org.deepsalt.model.Problems;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.job.ProcessLimits;

/** The inputs of {@code deepsalt:TrainModel}, with defaults filled in. */
record TrainRequest(
        NewModel model,
        LaboratoryRequest laboratory,
        ScenesRequest scenes,
        TargetRequest target,
        TrainingOptions options) {

    /** The preset, and what the request says otherwise. */
    TrainingSettings settings() {
        return options.settings(laboratory, target);
    }

    /** Checks what can be checked without opening anything. */
    void check(LayerCatalog catalog, ProcessLimits limits, Problems problems) {
        model.check(catalog.models(), problems);
        options.check(problems);
        target.check(problems);
        laboratory.check(problems);
        scenes.check(limits, problems);
    }
}
