/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.catalog.LayerName;
import org.deepsalt.processes.catalog.ResultStyles;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.StoreInfo;
import org.geoserver.catalog.StyleInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.platform.resource.Resource;

/** Checks whether a layer can be published, and finds its place in the catalog. Thread-safe. */
final class Targets {
    private final Catalog catalog;
    private final AccessRights rights;
    private final SettingsFile settings;

    Targets(Catalog catalog, AccessRights rights, SettingsFile settings) {
        this.catalog = catalog;
        this.rights = rights;
        this.settings = settings;
    }

    /**
     * Checks name, workspace, rights, styles and existing layers.
     *
     * @throws org.deepsalt.model.InvalidRequestException with all that is in the way
     */
    Target find(String layer, String style, boolean overwrite) {
        Problems problems = new Problems();
        LayerName name = LayerName.parse(layer, defaultWorkspace());
        name.check(problems);
        WorkspaceInfo workspace = workspace(name, problems);
        problems.throwIfAny();
        StyleInfo first = style(workspace, style);
        if (first == null) {
            problems.add("there is no style '" + style + "': name another, or add it in the server's administration");
        }
        Optional<CoverageStoreInfo> existing = existing(workspace, name, overwrite, problems);
        problems.throwIfAny();
        List<StyleInfo> others = ResultStyles.beside(style).stream()
                .map(other -> style(workspace, other))
                .filter(Objects::nonNull)
                .toList();
        return new Target(name, workspace, first, others, existing);
    }

    private String defaultWorkspace() {
        return settings.workspace().orElseGet(() -> {
            WorkspaceInfo workspace = catalog.getDefaultWorkspace();
            return workspace == null ? "" : workspace.getName();
        });
    }

    private WorkspaceInfo workspace(LayerName name, Problems problems) {
        WorkspaceInfo workspace = catalog.getWorkspaceByName(name.workspace());
        // GeoServer takes the name "default" for whatever workspace is the default; layers have its real name.
        if (workspace == null || !workspace.getName().equals(name.workspace())) {
            problems.add("there is no workspace '" + name.workspace() + "', or you may not see it: name the layer as"
                    + " workspace:layer");
        } else if (!rights.mayPublishInto(workspace)) {
            problems.add("you may not publish into workspace '" + name.workspace()
                    + "': log in as somebody who may administer it, or name another");
        }
        return workspace;
    }

    private StyleInfo style(WorkspaceInfo workspace, String name) {
        StyleInfo own = catalog.getStyleByName(workspace, name);
        return own == null ? catalog.getStyleByName(name) : own;
    }

    private Optional<CoverageStoreInfo> existing(
            WorkspaceInfo workspace, LayerName name, boolean overwrite, Problems problems) {
        try (AdminScope scope = AdminScope.open()) {
            StoreInfo any = catalog.getStoreByName(workspace, name.local(), StoreInfo.class);
            if (any == null) {
                if (catalog.getLayerByName(name.prefixed()) != null) {
                    problems.add("another store has a layer '" + name.prefixed() + "': give another layer name");
                }
                return Optional.empty();
            }
            if (!(any instanceof CoverageStoreInfo store) || !isOurs(store, name)) {
                problems.add("'" + name.prefixed() + "' was not published by DeepSalt: give another layer name");
                return Optional.empty();
            }
            if (!overwrite) {
                problems.add("there is a layer '" + name.prefixed()
                        + "' already: give another name, or say that it may be overwritten");
            } else if (!hasOneLayer(store)) {
                problems.add("the store of '" + name.prefixed() + "' has not just the one layer that was published:"
                        + " remove the store, or give another layer name");
            }
            return Optional.of(store);
        }
    }

    private boolean hasOneLayer(CoverageStoreInfo store) {
        List<CoverageInfo> coverages = catalog.getCoveragesByCoverageStore(store);
        return coverages.size() == 1 && catalog.getLayers(coverages.get(0)).size() == 1;
    }

    /** Whether a store's file lies where publishing puts it, so that it may be deleted. */
    private boolean isOurs(CoverageStoreInfo store, LayerName name) {
        Resource file =
                store.getURL() == null ? null : catalog.getResourceLoader().fromURL(store.getURL());
        return file != null
                && file.getType() == Resource.Type.RESOURCE
                && folder(name)
                        .equals(file.file()
                                .toPath()
                                .toAbsolutePath()
                                .normalize()
                                .getParent());
    }

    /** The folder of a layer's files. */
    Path folder(LayerName name) {
        return settings.dataDirectory()
                .resolve("data")
                .resolve(name.workspace())
                .resolve(name.local());
    }
}
