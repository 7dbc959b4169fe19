/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.resource;

/** Signatures as in GeoServer. */
public interface WPSResource {
    void delete() throws Exception;

    String getName();
}
