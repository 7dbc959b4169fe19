/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.geoserver.layers.AdminScope;
import org.deepsalt.geoserver.layers.Change;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.WorkspaceInfo;

/**
 * The addition of a granule to a series. Undone, the folder has the granules from before, and the index is made of them
 * anew: one that was being written may be damaged.
 *
 * @param store its name
 * @param granule its file in the folder of the series
 * @param mark of store and folder
 * @param replaces whether a granule of that name was there before
 */
public record SeriesChange(Catalog catalog, LayerName store, Path granule, String mark, boolean replaces)
        implements Change {
    private static final String REPLACES = "replaces";
    private static final String ADDS = "adds";

    /** Reads a note. */
    public static SeriesChange of(Catalog catalog, List<String> note) {
        return new SeriesChange(
                catalog,
                new LayerName(note.get(0), note.get(1)),
                Path.of(note.get(2)),
                note.get(3),
                note.get(4).equals(REPLACES));
    }

    @Override
    public List<String> note() {
        return List.of(store.workspace(), store.local(), granule.toString(), mark, replaces ? REPLACES : ADDS);
    }

    @Override
    public void finish(Path published) throws IOException {
        files().forgetReplaced(granule);
    }

    @Override
    public void undo() throws IOException {
        WorkspaceInfo workspace = catalog.getWorkspaceByName(store.workspace());
        if (workspace == null) {
            files().clear(mark);
            return;
        }
        try (AdminScope scope = AdminScope.open(workspace)) {
            CoverageStoreInfo found = Change.settled(catalog, workspace, store, mark);
            if (found == null) {
                files().clear(mark);
                return;
            }
            files().takeBack(granule, replaces);
            if (files().hasIndexOfFiles()) {
                files().dropIndex();
            } else if (!replaces) {
                SeriesIndex.remove(found, granule);
            }
            SeriesIndex.reopen(catalog, found);
        }
    }

    private SeriesFiles files() {
        return new SeriesFiles(granule.resolveSibling(""), store.local());
    }
}
