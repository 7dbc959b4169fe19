/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

/** Signatures as in GeoServer. */
public class AdminRequest {
    public static void start(Object request) {
        throw new UnsupportedOperationException();
    }

    public static Object get() {
        throw new UnsupportedOperationException();
    }

    public static void finish() {
        throw new UnsupportedOperationException();
    }
}
