/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Floor 2: pixels on grids. EnMAP products, wavelengths, masks, covariates on the scene's grid, windowed estimation and
 * GeoTIFF files. Knows GeoTools but no WPS, and no type of JAI or ImageN, which differ between GeoServer's lines.
 */
package org.deepsalt.raster;
