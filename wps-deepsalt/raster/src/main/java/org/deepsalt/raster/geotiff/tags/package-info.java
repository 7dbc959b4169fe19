/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The tags of TIFF and GeoTIFF: directories, GeoKeys, GDAL metadata. Pixels are read and written in the rooms beside
 * this one.
 */
@NullMarked
package org.deepsalt.raster.geotiff.tags;

import org.jspecify.annotations.NullMarked;
