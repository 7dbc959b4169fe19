/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Unpacks the bytes of TIFF blocks: LZW, Deflate, PackBits and blocks that are not packed. Nothing here knows what the
 * bytes stand for.
 */
@NullMarked
package org.deepsalt.raster.geotiff.unpack;

import org.jspecify.annotations.NullMarked;
