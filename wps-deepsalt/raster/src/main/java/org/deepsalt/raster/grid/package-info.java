/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Grids of pixels on the earth: windows, extents, areas, mappings between grids. Holds no pixel values. */
@NullMarked
package org.deepsalt.raster.grid;

import org.jspecify.annotations.NullMarked;
