/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * A service beside those of OGC that serves the ISO 19139 records of layers, at the addresses to which the layers link.
 * Finds no files and decides about no rights.
 */
@NullMarked
package org.deepsalt.geoserver.records;

import org.jspecify.annotations.NullMarked;
