/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Publishes a result as a layer of GeoServer, or replaces one, with the caller's rights checked and every step undone
 * if one fails. Nothing else in the extension changes the catalog.
 */
@NullMarked
package org.deepsalt.geoserver.publish;

import org.jspecify.annotations.NullMarked;
