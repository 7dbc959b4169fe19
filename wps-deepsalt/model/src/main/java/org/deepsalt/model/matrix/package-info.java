/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Tables of float numbers, one row per sample, and what is fitted on their columns: scalers, standardisers, principal
 * components. No spectra, no pixels, no TensorFlow.
 */
@NullMarked
package org.deepsalt.model.matrix;

import org.jspecify.annotations.NullMarked;
