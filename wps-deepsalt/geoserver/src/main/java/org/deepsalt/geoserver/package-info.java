/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The GeoServer extension: the process factory, the checks around each call, and what happens when the server starts.
 * The processes themselves are floor 3; here they only meet GeoServer.
 */
@NullMarked
package org.deepsalt.geoserver;

import org.jspecify.annotations.NullMarked;
