/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The layers, styles and service settings of a data directory, read from the files that GeoServer reads, so that one
 * directory serves both. Writes nothing: see {@link org.deepsalt.demohost.publish}.
 */
@NullMarked
package org.deepsalt.demohost.catalog;

import org.jspecify.annotations.NullMarked;
