/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.StyleInfo;
import org.geoserver.catalog.WorkspaceInfo;

/**
 * A place in the catalog where the caller may publish.
 *
 * @param others further styles
 * @param folder of the layer's files
 * @param existing the layer that is to be replaced
 */
public record Target(
        LayerName name,
        WorkspaceInfo workspace,
        StyleInfo style,
        List<StyleInfo> others,
        Path folder,
        Optional<OwnLayer> existing) {

    /** The store's name, which stays when somebody renames the layer. */
    public LayerName store() {
        return existing.map(
                        layer -> new LayerName(name.workspace(), layer.store().getName()))
                .orElse(name);
    }
}
