/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What a training learns from: covariates, labels, labelled and unlabelled pixels, the library. It holds data and
 * selects rows, and trains nothing.
 */
@NullMarked
package org.deepsalt.model.training.data;

import org.jspecify.annotations.NullMarked;
