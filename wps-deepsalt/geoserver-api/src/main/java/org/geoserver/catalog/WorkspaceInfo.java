/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

/** Signatures as in GeoServer. */
public interface WorkspaceInfo extends CatalogInfo {
    String getName();

    boolean isIsolated();
}
