/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deepsalt.geoserver.settings.SettingsFile;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.catalog.LayerName;
import org.deepsalt.processes.catalog.ResultStyles;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.StyleInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.ows.LocalWorkspace;

/** Checks whether a layer can be published, and finds its place in the catalog. Thread-safe. */
public final class Targets {
    private final Catalog catalog;
    private final OwnLayers layers;
    private final AccessRights rights;
    private final SettingsFile settings;

    /** @param catalog the secured one, which shows callers what they may see */
    public Targets(Catalog catalog, OwnLayers layers, AccessRights rights, SettingsFile settings) {
        this.catalog = catalog;
        this.layers = layers;
        this.rights = rights;
        this.settings = settings;
    }

    /**
     * Checks name, workspace, rights, styles and existing layers.
     *
     * @throws org.deepsalt.model.InvalidRequestException with all that is in the way
     */
    public Target find(String layer, String style, boolean overwrite) {
        return find(layer, style, LayerKind.MAP, overwrite);
    }

    /**
     * The same for a series, which exists or is a new one.
     *
     * @throws org.deepsalt.model.InvalidRequestException with all that is in the way
     */
    public Target findSeries(String series, String style) {
        return find(series, style, LayerKind.SERIES, true);
    }

    private Target find(String layer, String style, LayerKind kind, boolean overwrite) {
        Problems problems = new Problems();
        LayerName name = LayerName.parse(layer, defaultWorkspace());
        name.check(problems);
        WorkspaceInfo workspace = workspace(name, problems);
        problems.throwIfAny();
        StyleInfo first = style(workspace, style);
        if (first == null) {
            problems.add("there is no style '" + style + "': name another, or add it in the server's administration");
        }
        Path folder = settings.dataDirectory()
                .resolve("data")
                .resolve(name.workspace())
                .resolve(name.local());
        Optional<OwnLayer> found = problems.attempt(() -> existing(workspace, name, folder, kind, overwrite));
        Optional<OwnLayer> existing = problems.require(found);
        List<StyleInfo> others = ResultStyles.beside(style).stream()
                .map(other -> style(workspace, other))
                .filter(Objects::nonNull)
                .toList();
        Path files = existing.flatMap(own -> layers.folder(own.store())).orElse(folder);
        return new Target(name, workspace, first, others, files, existing);
    }

    /** The rights are those of the moment, not those that the caller had when a long computation began. */
    private Optional<OwnLayer> existing(
            WorkspaceInfo workspace, LayerName name, Path folder, LayerKind kind, boolean overwrite) {
        try (AdminScope scope = AdminScope.open(workspace)) {
            if (!rights.mayPublishInto(workspace)) {
                throw new DeepSaltException("you may not publish into workspace '" + name.workspace()
                        + "': log in as somebody who may administer it, or name another");
            }
            return layers.find(workspace, name, folder, kind, overwrite);
        }
    }

    /** Within the services of one workspace, that one. */
    private String defaultWorkspace() {
        WorkspaceInfo local = LocalWorkspace.get();
        if (local != null) {
            return local.getName();
        }
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
        }
        return workspace;
    }

    private StyleInfo style(WorkspaceInfo workspace, String name) {
        StyleInfo own = catalog.getStyleByName(workspace, name);
        return own == null ? catalog.getStyleByName(name) : own;
    }
}
