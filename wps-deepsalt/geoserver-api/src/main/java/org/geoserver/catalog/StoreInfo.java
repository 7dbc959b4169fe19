/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

/** Signatures as in GeoServer. */
public interface StoreInfo extends CatalogInfo {
    String getName();

    WorkspaceInfo getWorkspace();

    void setDescription(String description);

    String getType();

    void setType(String type);

    void setEnabled(boolean enabled);

    MetadataMap getMetadata();
}
