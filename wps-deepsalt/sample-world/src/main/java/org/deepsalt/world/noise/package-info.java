/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Random numbers that depend on a seed and a position alone: hashes, the normal and exponential distributions, and
 * random fields over the plane. No state, so that any pixel can be made by itself.
 */
@NullMarked
package org.deepsalt.world.noise;

import org.jspecify.annotations.NullMarked;
