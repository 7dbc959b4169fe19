/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.IOException;

/** Signatures as in GeoServer. */
public class CatalogBuilder {
    public CatalogBuilder(Catalog catalog) {
        throw new UnsupportedOperationException(String.valueOf(catalog));
    }

    public void setWorkspace(WorkspaceInfo workspace) {
        throw new UnsupportedOperationException();
    }

    public void setStore(StoreInfo store) {
        throw new UnsupportedOperationException();
    }

    public CoverageStoreInfo buildCoverageStore(String name) {
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("unused")
    public CoverageInfo buildCoverageByName(String nativeCoverageName, String specifiedName) throws Exception {
        throw new UnsupportedOperationException();
    }

    @SuppressWarnings("unused")
    public LayerInfo buildLayer(CoverageInfo coverage) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void removeStore(StoreInfo store, boolean recursive) {
        throw new UnsupportedOperationException();
    }
}
