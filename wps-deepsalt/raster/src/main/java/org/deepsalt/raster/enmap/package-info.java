/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * EnMAP L2A products on disk: folder or archive, METADATA.XML, band table and quality images. Pixels are read by
 * {@code raster.scene}.
 */
@NullMarked
package org.deepsalt.raster.enmap;

import org.jspecify.annotations.NullMarked;
