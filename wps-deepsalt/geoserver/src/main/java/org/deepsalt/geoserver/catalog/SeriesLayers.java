/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.geoserver.layers.SeriesStore;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.LayerInfo;
import org.geotools.gce.geotiff.GeoTiffReader;

/**
 * Reads the granules of series, each from its own file. GeoServer's readers, which would apply restrictions of the
 * caller to a part of the area, read the mosaic as a whole: who is restricted so is refused. Thread-safe.
 */
final class SeriesLayers {
    private final Catalog catalog;
    private final AccessRights rights;

    /** @param catalog the secured one */
    SeriesLayers(Catalog catalog, AccessRights rights) {
        this.catalog = catalog;
        this.rights = rights;
    }

    /** The granules of a series in their order; none for a name that the caller sees no series of. */
    List<Granule> granules(String name) {
        LayerInfo layer = Layers.seen(catalog, name);
        if (layer == null || !(layer.getResource() instanceof CoverageInfo coverage)) {
            return List.of();
        }
        Optional<Path> folder = SeriesStore.folder(catalog, coverage.getStore());
        if (folder.isEmpty()) {
            return List.of();
        }
        return granules(folder.get(), coverage.getStore().getName());
    }

    /**
     * The granules in the folder of a series, in their order.
     *
     * @param name of its store
     */
    static List<Granule> granules(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> Granule.of(name, file.getFileName().toString()).stream())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DeepSaltException("the folder of series '" + name + "' cannot be read: " + e.getMessage(), e);
        }
    }

    RasterLayer open(String name, Granule granule) {
        CoverageInfo coverage = Layers.find(catalog, name, CoverageInfo.class, "a series of maps");
        Path folder = SeriesStore.folder(catalog, coverage.getStore())
                .orElseThrow(() -> new DeepSaltException(
                        "layer '" + name + "' is not a series that DeepSalt has made: name another"));
        RasterLayers.reader(name, coverage);
        if (!rights.mayReadWhole(coverage)) {
            throw new DeepSaltException("you may read a part of series '" + name + "' only, and its single maps are"
                    + " read as a whole: ask the administrator, or use the layer itself");
        }
        Path file = folder.resolve(granule.fileName(coverage.getStore().getName()));
        if (!Files.isRegularFile(file)) {
            throw new DeepSaltException("series '" + name + "' has no map of " + granule.time() + " any more");
        }
        TiffFile tiff = TiffFile.open(file);
        GeoTiffReader reader = GeoTiffs.reader(file);
        return new RasterLayer(
                name + " of " + granule.day(),
                reader,
                file,
                tiff.gdalMetadata().descriptions(tiff.bands()),
                reader::dispose);
    }
}
