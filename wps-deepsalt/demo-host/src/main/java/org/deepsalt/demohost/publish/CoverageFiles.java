/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.demohost.catalog.DataDirectory;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.LayerInfo;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlWriter;
import org.deepsalt.raster.grid.Grid;
import org.jspecify.annotations.Nullable;

/**
 * The three files of a raster layer as GeoServer 2.27 writes them: store, coverage and layer refer to each other by
 * identifiers.
 */
final class CoverageFiles {
    private static final String ID = "id";

    private final String workspaceId;
    private final String namespaceId;
    private final String storeId;
    private final String coverageId;
    private final String layerId;

    /**
     * Files of a layer with these identifiers.
     *
     * @param workspaceId identifier of the workspace
     * @param namespaceId identifier of the namespace that belongs to it
     * @param storeId identifier of the store
     * @param coverageId identifier of the coverage
     * @param layerId identifier of the layer
     */
    CoverageFiles(String workspaceId, String namespaceId, String storeId, String coverageId, String layerId) {
        this.workspaceId = workspaceId;
        this.namespaceId = namespaceId;
        this.storeId = storeId;
        this.coverageId = coverageId;
        this.layerId = layerId;
    }

    /**
     * Identifiers for a layer.
     *
     * @param existing folder of a store that is replaced, whose identifiers stay: caches and groups refer to them; null
     *     for a new layer
     * @param unique part of new identifiers
     */
    static CoverageFiles identify(Path workspace, @Nullable Path existing, String unique) {
        String workspaceId = id(workspace.resolve("workspace.xml")).orElse("WorkspaceInfoImpl-" + unique);
        String namespaceId = id(workspace.resolve("namespace.xml")).orElse("NamespaceInfoImpl-" + unique);
        Optional<Path> store = Optional.ofNullable(existing);
        Optional<Path> layer = store.map(folder -> folder.resolve(folder.getFileName()));
        return new CoverageFiles(
                workspaceId,
                namespaceId,
                store.flatMap(folder -> id(folder.resolve(DataDirectory.STORE_FILE)))
                        .orElse("CoverageStoreInfoImpl-" + unique),
                layer.flatMap(folder -> id(folder.resolve(DataDirectory.COVERAGE_FILE)))
                        .orElse("CoverageInfoImpl-" + unique),
                layer.flatMap(folder -> id(folder.resolve(DataDirectory.LAYER_FILE)))
                        .orElse("LayerInfoImpl-" + unique));
    }

    private static Optional<String> id(Path file) {
        return Files.isRegularFile(file) ? SafeXml.read(file).text(ID) : Optional.empty();
    }

    /**
     * Writes the files of a layer that has its store to itself.
     *
     * @param folder of the store, created here
     * @param address of the GeoTIFF relative to the data directory
     */
    void write(Path folder, RasterLayer layer, String address) throws IOException {
        for (Map.Entry<String, byte[]> file :
                contents(layer, layer.grid(), layer, "GeoTIFF", address).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /**
     * The files of a series that has its store to itself, by their paths below the store's folder. They make sense in
     * that order: the store, which tells that the others are there, comes last.
     *
     * @param address of its folder relative to the data directory
     */
    Map<String, byte[]> contents(SeriesLayer layer, String address) {
        return contents(layer, layer.grid(), layer.newest(), "ImageMosaic", address);
    }

    private Map<String, byte[]> contents(Layer layer, Grid grid, RasterLayer image, String type, String address) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(layer.name() + "/" + DataDirectory.LAYER_FILE, layer(layer.info()));
        files.put(
                layer.name() + "/" + DataDirectory.COVERAGE_FILE,
                new CoverageXml(layer, grid, image, coverageId, namespaceId, storeId, layer.name()).toBytes());
        files.put(DataDirectory.STORE_FILE, store(layer, type, address));
        return files;
    }

    private byte[] store(Layer layer, String type, String address) {
        return XmlWriter.write(xml -> {
            xml.start("coverageStore")
                    .leaf(ID, storeId)
                    .leaf("name", layer.name())
                    .leaf("description", "Published by DeepSalt")
                    .leaf("type", type)
                    .leaf("enabled", true);
            reference(xml, "workspace", workspaceId);
            xml.leaf("__default", false).leaf("url", address).end();
        });
    }

    private byte[] layer(LayerInfo info) {
        return XmlWriter.write(xml -> {
            xml.start("layer").leaf("name", info.name()).leaf(ID, layerId).leaf("type", "RASTER");
            if (info.defaultStyle() != null) {
                style(xml, "defaultStyle", info.defaultStyle());
            }
            if (!info.styles().isEmpty()) {
                xml.start("styles", "class", "linked-hash-set");
                info.styles().forEach(style -> style(xml, "style", style));
                xml.end();
            }
            reference(xml, "resource", coverageId, "class", "coverage");
            xml.start("attribution").leaf("logoWidth", 0).leaf("logoHeight", 0).end();
            xml.end();
        });
    }

    /** Styles are named: their identifiers belong to files that others may write anew. */
    private static void style(XmlWriter xml, String element, String name) {
        xml.start(element).leaf("name", name).end();
    }

    private static void reference(XmlWriter xml, String element, String id, String... attributes) {
        xml.start(element, attributes).leaf(ID, id).end();
    }
}
