/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

/** Signatures as in GeoServer. */
public class ResourcePool {
    public void clear(CoverageStoreInfo info) {
        throw new UnsupportedOperationException();
    }
}
