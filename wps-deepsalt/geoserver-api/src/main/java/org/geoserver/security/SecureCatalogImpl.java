/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

/** Signatures as in GeoServer, where it is a catalog itself. */
public class SecureCatalogImpl {
    SecureCatalogImpl() {}

    public ResourceAccessManager getResourceAccessManager() {
        throw new UnsupportedOperationException();
    }
}
