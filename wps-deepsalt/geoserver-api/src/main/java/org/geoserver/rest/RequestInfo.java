/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.rest;

import java.util.Map;

/** Signatures as in GeoServer. */
public class RequestInfo {
    public static RequestInfo get() {
        throw new UnsupportedOperationException();
    }

    public Map<String, String[]> getQueryMap() {
        throw new UnsupportedOperationException();
    }
}
