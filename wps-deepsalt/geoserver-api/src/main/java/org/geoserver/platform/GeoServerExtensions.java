/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.platform;

/** Signatures as in GeoServer. */
public class GeoServerExtensions {
    public static <T> T bean(Class<T> type) throws IllegalArgumentException {
        throw new UnsupportedOperationException();
    }
}
