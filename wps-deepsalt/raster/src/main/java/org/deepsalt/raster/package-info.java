/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Floor 2: pixels on grids, in rooms for products, scenes, estimation, sampling and GeoTIFF files. Knows GeoTools but
 * no WPS, and no type of JAI or ImageN, which differ between GeoServer's lines.
 */
@NullMarked
package org.deepsalt.raster;

import org.jspecify.annotations.NullMarked;
