/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The layers, styles and settings of a GeoServer data directory, and the publishing of new layers into it. Reads and
 * writes the files that GeoServer reads and writes, so that one directory serves both.
 */
package org.deepsalt.demohost.catalog;
