/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.evaluate;

import java.util.Locale;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.inputs.SampleRequest;

/**
 * The inputs of {@code deepsalt:EvaluateModel}, with defaults filled in.
 *
 * @param model id of the model
 * @param enmap layers with EnMAP scenes
 * @param covariates values of the parameter, as {@link org.deepsalt.processes.inputs.CovariateRequest} reads them
 * @param samples with the measured values; their target is null for the model's
 * @param confidence share of true values that the intervals shall hold
 */
record EvaluateRequest(String model, String[] enmap, String[] covariates, SampleRequest samples, double confidence) {

    void check(Problems problems) {
        if (!(confidence >= 0.5 && confidence <= 0.99)) {
            problems.add(String.format(Locale.ROOT, "confidence is %s, wanted 0.5 to 0.99", confidence));
        }
        if (enmap.length == 0) {
            problems.add("enmap is missing: name at least one layer with an EnMAP scene");
        }
    }
}
