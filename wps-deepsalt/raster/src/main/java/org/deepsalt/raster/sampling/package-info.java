/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Draws and labels the pixels that a model is trained or evaluated on. Trains nothing. */
@NullMarked
package org.deepsalt.raster.sampling;

import org.jspecify.annotations.NullMarked;
