/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.train;

import org.deepsalt.model.Problems;
import org.deepsalt.processes.job.ProcessLimits;

/**
 * The scenes of a training.
 *
 * @param layers with EnMAP scenes
 * @param covariates values of the parameter, as {@link org.deepsalt.processes.inputs.CovariateRequest} reads them
 * @param unlabelled pixels without a label to draw from all scenes together
 */
record ScenesRequest(String[] layers, String[] covariates, int unlabelled) {

    void check(ProcessLimits limits, Problems problems) {
        if (unlabelled < 100 || unlabelled > limits.maxTrainingPixels()) {
            problems.add("unlabelled is " + unlabelled + ", wanted 100 to " + limits.maxTrainingPixels());
        }
        if (layers.length == 0) {
            problems.add("enmap is missing: name at least one layer with an EnMAP scene");
        }
    }
}
