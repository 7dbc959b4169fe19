/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/** Figures of a map of ECe: areas by salinity class and moments, in all and by zone. Reads maps and writes nothing. */
@NullMarked
package org.deepsalt.raster.statistics;

import org.jspecify.annotations.NullMarked;
