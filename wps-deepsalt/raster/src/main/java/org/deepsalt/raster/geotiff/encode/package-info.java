/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Writes a tiled, compressed GeoTIFF with overviews, block by block. Knows nothing of what the bands mean. */
@NullMarked
package org.deepsalt.raster.geotiff.encode;

import org.jspecify.annotations.NullMarked;
