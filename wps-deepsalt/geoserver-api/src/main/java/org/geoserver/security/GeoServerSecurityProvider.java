/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

/** Signatures as in GeoServer. */
public abstract class GeoServerSecurityProvider {
    public void init(GeoServerSecurityManager manager) {
        throw new UnsupportedOperationException(String.valueOf(manager));
    }
}
