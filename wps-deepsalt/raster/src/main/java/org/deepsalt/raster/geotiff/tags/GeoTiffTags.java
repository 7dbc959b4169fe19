/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import org.deepsalt.raster.grid.Grid;
import org.jspecify.annotations.Nullable;

/**
 * What a GeoTIFF says about its pixels.
 *
 * @param grid where the pixels lie
 * @param noData text of GDAL's nodata tag, such as {@code nan} or {@code -32768}; null for none
 * @param metadata names of bands, units, wavelengths, provenance
 */
public record GeoTiffTags(Grid grid, @Nullable String noData, GdalMetadata metadata) {}
