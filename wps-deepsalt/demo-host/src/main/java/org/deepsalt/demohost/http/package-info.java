/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The small web server around the OGC services: addresses as GeoServer has them, limits, security headers, static files
 * of the map page. Services see requests and replies of this package and never the server behind it.
 */
@NullMarked
package org.deepsalt.demohost.http;

import org.jspecify.annotations.NullMarked;
