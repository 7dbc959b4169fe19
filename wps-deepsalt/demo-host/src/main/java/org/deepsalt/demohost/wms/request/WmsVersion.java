/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.request;

import org.deepsalt.demohost.http.OwsRequest;

/** The versions of the protocol, with what differs between them. */
public enum WmsVersion {
    V1_1_1("1.1.1", "srs", "x", "y", "InvalidSRS"),
    V1_3_0("1.3.0", "crs", "i", "j", "InvalidCRS");

    private final String text;
    private final String crsParameter;
    private final String columnParameter;
    private final String rowParameter;
    private final String invalidCrs;

    WmsVersion(String text, String crsParameter, String columnParameter, String rowParameter, String invalidCrs) {
        this.text = text;
        this.crsParameter = crsParameter;
        this.columnParameter = columnParameter;
        this.rowParameter = rowParameter;
        this.invalidCrs = invalidCrs;
    }

    /** The version that a request is answered in: the highest that is not above the one it names. */
    public static WmsVersion of(OwsRequest request) {
        boolean capabilities = request.parameter("request").orElse("").equalsIgnoreCase("GetCapabilities");
        String asked = request.parameter("version")
                .or(() -> request.parameter("wmtver"))
                .orElse(capabilities || request.parameter("crs").isPresent() ? "1.3.0" : "1.1.1");
        return asked.compareTo("1.3") < 0 ? V1_1_1 : V1_3_0;
    }

    /** The version as requests and documents have it. */
    public String text() {
        return text;
    }

    /** Name of the parameter for the CRS. */
    String crsParameter() {
        return crsParameter;
    }

    /** Name of the parameter for the column of a place in the map. */
    public String columnParameter() {
        return columnParameter;
    }

    /** Name of the parameter for the row of a place in the map. */
    public String rowParameter() {
        return rowParameter;
    }

    /** Code of the exception for a CRS that is not known. */
    String invalidCrs() {
        return invalidCrs;
    }
}
