/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The estimation of a scene: windows, threads, regions, tallies and the bands of the result. Which pixels are bare soil
 * is decided in {@code raster.scene}.
 */
@NullMarked
package org.deepsalt.raster.estimate;

import org.jspecify.annotations.NullMarked;
