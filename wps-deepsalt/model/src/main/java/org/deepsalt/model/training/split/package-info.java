/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Which labelled pixels serve what: training, validation, calibration, test, folds. It sees coordinates and regions,
 * and no spectrum or label.
 */
@NullMarked
package org.deepsalt.model.training.split;

import org.jspecify.annotations.NullMarked;
