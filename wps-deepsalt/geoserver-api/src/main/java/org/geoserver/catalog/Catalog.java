/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.util.List;
import org.geoserver.catalog.event.CatalogListener;
import org.geoserver.platform.GeoServerResourceLoader;

/** Signatures as in GeoServer. */
public interface Catalog extends CatalogInfo {
    void add(StoreInfo store);

    void save(StoreInfo store);

    <T extends StoreInfo> T getStoreByName(WorkspaceInfo workspace, String name, Class<T> clazz);

    CoverageStoreInfo getCoverageStoreByName(WorkspaceInfo workspace, String name);

    void add(ResourceInfo resource);

    void save(ResourceInfo resource);

    CoverageInfo getCoverage(String id);

    List<CoverageInfo> getCoveragesByCoverageStore(CoverageStoreInfo store);

    void add(LayerInfo layer);

    ValidationResult validate(LayerInfo layer, boolean isNew);

    void save(LayerInfo layer);

    LayerInfo getLayerByName(String name);

    List<LayerInfo> getLayers(ResourceInfo resource);

    StyleInfo getStyleByName(WorkspaceInfo workspace, String name);

    StyleInfo getStyleByName(String name);

    WorkspaceInfo getDefaultWorkspace();

    WorkspaceInfo getWorkspaceByName(String name);

    GeoServerResourceLoader getResourceLoader();

    ResourcePool getResourcePool();

    void addListener(CatalogListener listener);
}
