/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Stages 1 to 3: scalers, an autoencoder per domain, and their alignment, with the check against its collapse. No
 * label is seen here.
 */
@NullMarked
package org.deepsalt.model.training.encoder;

import org.jspecify.annotations.NullMarked;
