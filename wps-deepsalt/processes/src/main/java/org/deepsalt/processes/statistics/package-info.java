/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * {@code deepsalt:SalinityStatistics}: areas and moments of a map of ECe, in all and by zone. Pixels are counted on the
 * raster floor.
 */
@NullMarked
package org.deepsalt.processes.statistics;

import org.jspecify.annotations.NullMarked;
