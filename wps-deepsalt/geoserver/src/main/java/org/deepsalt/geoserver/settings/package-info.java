/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * What the administrator sets in {@code deepsalt/deepsalt.properties} of the data directory, read again when the file
 * changes. A missing file is written with every key explained; nothing else is.
 */
@NullMarked
package org.deepsalt.geoserver.settings;

import org.jspecify.annotations.NullMarked;
