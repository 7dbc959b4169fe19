/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security.impl;

/** Signatures as in GeoServer. */
public class GeoServerUser {
    public GeoServerUser(String username) {
        throw new UnsupportedOperationException(username);
    }

    public GeoServerUser copy() {
        throw new UnsupportedOperationException();
    }

    public String getPassword() {
        throw new UnsupportedOperationException();
    }

    public void setPassword(String passwd) {
        throw new UnsupportedOperationException();
    }
}
