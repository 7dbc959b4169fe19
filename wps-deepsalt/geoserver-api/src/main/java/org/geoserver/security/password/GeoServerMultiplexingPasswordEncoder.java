/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security.password;

import org.geoserver.security.GeoServerSecurityManager;
import org.geoserver.security.GeoServerUserGroupService;

/** Signatures as in GeoServer. */
public class GeoServerMultiplexingPasswordEncoder {
    public GeoServerMultiplexingPasswordEncoder(GeoServerSecurityManager secMgr, GeoServerUserGroupService service) {
        throw new UnsupportedOperationException(secMgr + " " + service);
    }

    public boolean matches(CharSequence rawPassword, String encodedPassword) {
        throw new UnsupportedOperationException();
    }
}
