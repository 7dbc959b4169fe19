/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import org.deepsalt.model.metrics.RegressionMetrics;

/**
 * A tuned baseline and its figures on the test samples.
 *
 * @param baseline which one
 * @param fitted what was chosen and how long it took
 * @param test figures on the rows that the model is tested on
 */
public record BaselineResult(Baseline baseline, FittedBaseline fitted, RegressionMetrics test) {}
