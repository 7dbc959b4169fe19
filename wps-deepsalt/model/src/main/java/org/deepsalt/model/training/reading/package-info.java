/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What spectra tell of a soil by themselves: features of a spectrum, and a Gaussian process that reads them with its
 * uncertainty. It knows no scene and no net.
 */
@NullMarked
package org.deepsalt.model.training.reading;

import org.jspecify.annotations.NullMarked;
