/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Regression methods from features to the logarithm of ECe: partial least squares, forests, boosting, support vectors,
 * means. They know neither pixels nor folds.
 */
@NullMarked
package org.deepsalt.model.baselines.regression;

import org.jspecify.annotations.NullMarked;
