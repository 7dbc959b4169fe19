/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import org.deepsalt.model.Problems;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.inputs.SampleRequest;
import org.deepsalt.processes.job.ProcessLimits;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of {@code deepsalt:TrainModel}, with defaults filled in.
 *
 * @param samples of the field; null for a screening model, which learns from Vis-NIR spectra alone
 */
record TrainRequest(
        NewModel model,
        LaboratoryRequest laboratory,
        ScenesRequest scenes,
        @Nullable SampleRequest samples,
        TargetRequest target,
        TrainingOptions options) {

    /** The preset, and what the request says otherwise. */
    TrainingSettings settings() {
        return options.settings(laboratory, target, isScreening());
    }

    /** Whether no field sample is given. */
    boolean isScreening() {
        return samples == null;
    }

    /** Checks what can be checked without opening anything. */
    void check(LayerCatalog catalog, ProcessLimits limits, Problems problems) {
        model.check(catalog.models(), problems);
        options.check(problems);
        if (isScreening()) {
            checkScreening(problems);
        }
        target.check(problems);
        laboratory.check(problems);
        scenes.check(limits, problems);
    }

    private void checkScreening(Problems problems) {
        if (scenes.covariates().length > 0) {
            problems.add(
                    "covariate is given without samples: laboratory spectra have no covariates, so that a screening"
                            + " model cannot learn what they mean; leave covariate out, or give samples");
        }
        options.split().checkScreening(problems);
    }
}
