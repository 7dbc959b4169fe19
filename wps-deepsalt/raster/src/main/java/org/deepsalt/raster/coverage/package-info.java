/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Rasters as GeoTools gives them, read window by window and resampled onto another grid, and the coverage that a
 * process returns. Knows no EnMAP product and no model.
 */
@NullMarked
package org.deepsalt.raster.coverage;

import org.jspecify.annotations.NullMarked;
