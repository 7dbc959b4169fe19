/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.records;

/** The parameters of a request for a record, which GeoServer sets by their names. One per request; not thread-safe. */
public final class RecordRequest {
    private String layer = "";
    private String date = "";

    /** Name of the layer; empty if it is missing. */
    public String getLayer() {
        return layer;
    }

    /** Set by GeoServer. */
    public void setLayer(String layer) {
        this.layer = layer;
    }

    /** A day or a time; empty for the newest map. */
    public String getDate() {
        return date;
    }

    /** Set by GeoServer. */
    public void setDate(String date) {
        this.date = date;
    }
}
