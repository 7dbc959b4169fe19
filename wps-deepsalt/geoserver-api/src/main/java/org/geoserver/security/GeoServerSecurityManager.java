/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

import java.io.IOException;

/** Signatures as in GeoServer. */
public class GeoServerSecurityManager {
    GeoServerSecurityManager() {}

    @SuppressWarnings("unused")
    public GeoServerUserGroupService loadUserGroupService(String name) throws IOException {
        throw new UnsupportedOperationException();
    }
}
