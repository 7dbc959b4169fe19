/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What an infrared spectrometer in the laboratory measures of the synthetic soils: the FTIR library with its EC. Knows
 * the land, but no satellite.
 */
@NullMarked
package org.deepsalt.world.laboratory;

import org.jspecify.annotations.NullMarked;
