/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Measures how fast a server draws a layer in the small pictures that web maps are put together from. Speaks to it as
 * any client does; knows nothing of processes, models or scenes.
 */
@NullMarked
package org.deepsalt.benchmarks.tiles;

import org.jspecify.annotations.NullMarked;
