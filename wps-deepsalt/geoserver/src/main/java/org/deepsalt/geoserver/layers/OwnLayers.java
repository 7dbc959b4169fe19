/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.catalog.LayerName;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.catalog.StoreInfo;
import org.geoserver.catalog.WorkspaceInfo;

/**
 * Tells layers that DeepSalt has published from all others, by their marks ({@link LayerMark}). Only they are replaced,
 * and only their files are deleted. Thread-safe.
 */
public final class OwnLayers {
    private static final String ANOTHER = ": give another layer name";

    private final Catalog catalog;

    /** @param catalog the raw one: the caller's rights are checked before, and disabled layers hide from requests */
    public OwnLayers(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Finds the layer that a publication is to replace.
     *
     * @param folder where the files of a new layer would go
     * @param kind that the layer must be of
     * @return none if the place is free
     * @throws DeepSaltException if the place is taken by something else, or the layer must not be replaced
     */
    public Optional<OwnLayer> find(
            WorkspaceInfo workspace, LayerName name, Path folder, LayerKind kind, boolean overwrite) {
        LayerInfo layer = catalog.getLayerByName(name.prefixed());
        StoreInfo store = layer == null
                ? catalog.getStoreByName(workspace, name.local(), StoreInfo.class)
                : layer.getResource().getStore();
        if (store == null) {
            requireFree(name, folder);
            return Optional.empty();
        }
        if (!(store instanceof CoverageStoreInfo own) || folder(own).isEmpty()) {
            throw new DeepSaltException("'" + name.prefixed() + "' was not published by DeepSalt" + ANOTHER);
        }
        if (kind != LayerKind.of(own)) {
            throw another(name, kind);
        }
        if (layer == null) {
            throw lost(name, own);
        }
        if (!overwrite) {
            throw new DeepSaltException("there is a layer '" + name.prefixed()
                    + "' already: give another name, or say that it may be overwritten");
        }
        return Optional.of(whole(name, own));
    }

    private static DeepSaltException another(LayerName name, LayerKind wanted) {
        return new DeepSaltException(
                wanted == LayerKind.SERIES
                        ? "'" + name.prefixed() + "' is a layer of one map, not a series: give another name"
                        : "'" + name.prefixed() + "' is a series of maps, which no single map replaces: name it as"
                                + " 'series', or give another layer name");
    }

    private OwnLayer whole(LayerName name, CoverageStoreInfo store) {
        List<CoverageInfo> coverages = catalog.getCoveragesByCoverageStore(store);
        List<LayerInfo> layers = coverages.size() == 1 ? catalog.getLayers(coverages.get(0)) : List.of();
        if (layers.size() != 1) {
            throw new DeepSaltException("the store of '" + name.prefixed() + "' has not just the one layer that was"
                    + " published: remove what was added to it, or give another layer name");
        }
        return new OwnLayer(store, coverages.get(0), layers.get(0));
    }

    /** A store of ours whose layer has another name by now, or is gone. */
    private DeepSaltException lost(LayerName name, CoverageStoreInfo store) {
        List<CoverageInfo> coverages = catalog.getCoveragesByCoverageStore(store);
        if (coverages.isEmpty()) {
            return new DeepSaltException("the store of '" + name.prefixed() + "' has lost its layer: remove the store,"
                    + " or give another layer name");
        }
        String now = name.workspace() + ":" + coverages.get(0).getName();
        return new DeepSaltException("the layer that was published as '" + name.prefixed() + "' is called '" + now
                + "' now: give that name to replace it, or another that is free");
    }

    /**
     * The folder of a store's files; empty for a store that is not ours: ours and its folder have the same mark,
     * and the name of a map's file is one that we gave.
     */
    public Optional<Path> folder(CoverageStoreInfo store) {
        Optional<String> mark = LayerMark.of(store);
        if (mark.isEmpty()) {
            return Optional.empty();
        }
        return file(store)
                .filter(file -> Files.isRegularFile(file) && LayerFiles.isState(file))
                .map(Path::getParent)
                .filter(folder -> LayerMark.of(folder).equals(mark))
                .or(() -> SeriesStore.folder(catalog, store));
    }

    /** The file that a store names, whether it is there or not. */
    public Optional<Path> file(CoverageStoreInfo store) {
        return StoreFile.of(catalog, store).map(file -> file.toAbsolutePath().normalize());
    }

    private static void requireFree(LayerName name, Path folder) {
        if (!Files.exists(folder) || LayerMark.of(folder).isPresent()) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isEmpty()) {
                return;
            }
        } catch (IOException e) {
            throw new DeepSaltException(inTheWay(name), e);
        }
        throw new DeepSaltException(inTheWay(name));
    }

    private static String inTheWay(LayerName name) {
        return "where the files of '" + name.prefixed() + "' would go, in data/" + name.workspace() + "/" + name.local()
                + " of the data directory, are files that DeepSalt did not put there: give another layer name, or have"
                + " them moved away";
    }
}
