/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import org.geoserver.catalog.StoreInfo;

/** What a layer shows: one map, or a series of maps by their days. */
public enum LayerKind {
    /** One map, in a store of its file. */
    MAP("GeoTIFF"),

    /** Maps by their days, in a store of their folder. */
    SERIES("ImageMosaic");

    private final String storeType;

    LayerKind(String storeType) {
        this.storeType = storeType;
    }

    /** What a store of ours has. */
    public static LayerKind of(StoreInfo store) {
        return SERIES.storeType.equals(store.getType()) ? SERIES : MAP;
    }

    /** The type of its store, by GeoServer's name. */
    public String storeType() {
        return storeType;
    }
}
