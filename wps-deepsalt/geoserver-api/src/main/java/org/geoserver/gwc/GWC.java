/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.gwc;

/** Signatures as in GeoServer. */
public class GWC {
    GWC() {}

    public static GWC get() {
        throw new UnsupportedOperationException();
    }

    public void truncate(String layerName) {
        throw new UnsupportedOperationException(layerName);
    }
}
