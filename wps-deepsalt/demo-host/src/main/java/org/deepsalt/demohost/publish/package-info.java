/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Adds a layer to a data directory, or replaces one, as one change that happens as a whole or not at all. Writes the
 * files that GeoServer would write and decides nothing about how they are drawn.
 */
@NullMarked
package org.deepsalt.demohost.publish;

import org.jspecify.annotations.NullMarked;
