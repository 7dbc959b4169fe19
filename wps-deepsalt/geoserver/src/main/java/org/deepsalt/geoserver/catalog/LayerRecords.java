/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepsalt.geoserver.layers.OwnLayers;
import org.deepsalt.geoserver.layers.SeriesStore;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerRecord;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;

/**
 * Finds the ISO 19139 records of layers that DeepSalt has published, for those who may read the layers. What lies where
 * follows from the catalog alone. Thread-safe.
 */
public final class LayerRecords {
    private final Catalog catalog;

    /** @param catalog the secured one */
    public LayerRecords(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Finds the file of a record.
     *
     * @param name of the layer
     * @param date as {@link LayerRecord#choose} takes it
     * @throws DeepSaltException if there is none, or the caller may not read the layer
     */
    public Path find(String name, String date) {
        CoverageInfo coverage = Layers.find(catalog, name, CoverageInfo.class, "a raster layer");
        // In its mixed mode, GeoServer shows layers that the caller may not read, and refuses the reader.
        RasterLayers.reader(name, coverage);
        return file(coverage.getStore(), date)
                .orElseThrow(() -> new DeepSaltException(
                        "layer '" + name + "' has no such record: records are of maps that DeepSalt has published"));
    }

    private Optional<Path> file(CoverageStoreInfo store, String date) {
        Optional<Path> folder = SeriesStore.folder(catalog, store);
        if (folder.isEmpty()) {
            OwnLayers own = new OwnLayers(catalog);
            return own.folder(store)
                    .flatMap(ours -> own.file(store))
                    .map(LayerRecord::of)
                    .filter(Files::isRegularFile);
        }
        List<Granule> granules = SeriesLayers.granules(folder.get(), store.getName()).stream()
                .filter(granule -> Files.isRegularFile(file(folder.get(), store, granule)))
                .toList();
        return LayerRecord.choose(granules, date).map(granule -> file(folder.get(), store, granule));
    }

    private static Path file(Path folder, CoverageStoreInfo store, Granule granule) {
        return LayerRecord.of(folder.resolve(granule.fileName(store.getName())));
    }
}
