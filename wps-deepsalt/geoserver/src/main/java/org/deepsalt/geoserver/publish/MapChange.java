/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.geoserver.layers.AdminScope;
import org.deepsalt.geoserver.layers.Change;
import org.deepsalt.geoserver.layers.LayerFolder;
import org.deepsalt.geoserver.layers.StoreFile;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.WorkspaceInfo;

/**
 * The publication of a map, which leaves the files that the catalog names and no others of ours.
 *
 * @param store its name
 * @param files the folder of the layer
 * @param mark of store and folder
 */
record MapChange(Catalog catalog, LayerName store, Path files, String mark) implements Change {
    @Override
    public List<String> note() {
        return List.of(store.workspace(), store.local(), files.toString(), mark);
    }

    @Override
    public void finish(Path published) throws IOException {
        LayerFolder.keepOnly(LayerFiles.state(published), files, mark);
    }

    /** Of the files, those of the state that the store names stay. */
    @Override
    public void undo() throws IOException {
        WorkspaceInfo workspace = catalog.getWorkspaceByName(store.workspace());
        if (workspace == null) {
            LayerFolder.keepOnly("", files, mark);
            return;
        }
        try (AdminScope scope = AdminScope.open(workspace)) {
            CoverageStoreInfo found = Change.settled(catalog, workspace, store, mark);
            Optional<Path> image = found == null ? Optional.empty() : StoreFile.of(catalog, found);
            LayerFolder.keepOnly(image.map(LayerFiles::state).orElse(""), files, mark);
        }
    }
}
