/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * {@code deepsalt:EstimateSalinity}: its request, the estimation of a scene and its report. Masks, windows and files
 * are the raster floor's, the network is the model floor's.
 */
@NullMarked
package org.deepsalt.processes.estimate;

import org.jspecify.annotations.NullMarked;
