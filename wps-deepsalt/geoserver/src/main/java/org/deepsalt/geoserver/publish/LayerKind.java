/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

/** What a layer shows: one map, or a series of maps by their days. */
enum LayerKind {
    MAP("GeoTIFF"),
    SERIES("ImageMosaic");

    private final String storeType;

    LayerKind(String storeType) {
        this.storeType = storeType;
    }

    /** The type of its store, by GeoServer's name. */
    String storeType() {
        return storeType;
    }
}
