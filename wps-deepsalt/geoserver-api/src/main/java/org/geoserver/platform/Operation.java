/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.platform;

/** Signatures as in GeoServer. */
public final class Operation {
    public Operation(String id) {
        throw new UnsupportedOperationException(id);
    }
}
