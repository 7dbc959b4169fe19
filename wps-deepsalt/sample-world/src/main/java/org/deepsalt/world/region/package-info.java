/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The regions of the synthetic worlds and the places in them, with the table of numbers that describes each. The
 * numbers stay as they are: models are compared on these worlds.
 */
@NullMarked
package org.deepsalt.world.region;

import org.jspecify.annotations.NullMarked;
