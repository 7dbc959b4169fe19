/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.config;

/** Signatures as in GeoServer. */
public interface ServiceInfo {
    String getName();

    void setName(String name);
}
