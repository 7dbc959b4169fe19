/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Pixels of scenes and their coordinates as the methods that learn from them see them: distances, radius search,
 * spatial blocks. Knows neither grids nor files.
 */
@NullMarked
package org.deepsalt.model.pixels;

import org.jspecify.annotations.NullMarked;
