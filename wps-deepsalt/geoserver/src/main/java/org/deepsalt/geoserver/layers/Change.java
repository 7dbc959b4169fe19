/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CatalogBuilder;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.jspecify.annotations.Nullable;

/** A change of files and catalog that succeeds, or is undone, if need be when the server starts again. */
public interface Change {
    /** The name of the store. */
    LayerName store();

    /** What undoes the change after a crash, one line each. */
    List<String> note();

    /** Clears away what the change has replaced. */
    void finish(Path published) throws IOException;

    /** Clears away what the change has left. */
    void undo() throws IOException;

    /**
     * The store that a change was made for, if its layer is there as well; a store of this mark without a layer is
     * removed.
     */
    static @Nullable CoverageStoreInfo settled(Catalog catalog, WorkspaceInfo workspace, LayerName name, String mark) {
        CoverageStoreInfo store = catalog.getCoverageStoreByName(workspace, name.local());
        if (store == null || !LayerMark.of(store).equals(Optional.of(mark))) {
            return null;
        }
        List<CoverageInfo> coverages = catalog.getCoveragesByCoverageStore(store);
        if (coverages.stream().anyMatch(coverage -> !catalog.getLayers(coverage).isEmpty())) {
            return store;
        }
        new CatalogBuilder(catalog).removeStore(store, true);
        return null;
    }
}
