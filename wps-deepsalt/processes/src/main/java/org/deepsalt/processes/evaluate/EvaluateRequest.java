/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.evaluate;

import java.util.Locale;
import org.deepsalt.model.Problems;

/**
 * The inputs of {@code deepsalt:EvaluateModel}, with defaults filled in.
 *
 * @param target attribute of the samples; null for the model's
 * @param region attribute of the samples; null for the usual one
 */
record EvaluateRequest(
        String model,
        String[] enmap,
        String[] covariates,
        String samples,
        String target,
        String region,
        double confidence) {

    void check(Problems problems) {
        if (!(confidence >= 0.5 && confidence <= 0.99)) {
            problems.add(String.format(Locale.ROOT, "confidence is %s, wanted 0.5 to 0.99", confidence));
        }
        if (enmap == null || enmap.length == 0) {
            problems.add("enmap is missing: name at least one layer with an EnMAP scene");
        }
    }
}
