/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Reads the pixels of a TIFF or BigTIFF: blocks, predictors, sample types, masks. Knows no coordinates beyond the tags.
 */
@NullMarked
package org.deepsalt.raster.geotiff.decode;

import org.jspecify.annotations.NullMarked;
