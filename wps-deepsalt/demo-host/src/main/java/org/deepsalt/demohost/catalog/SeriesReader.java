/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.Granule;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;

/**
 * Reads a series from its folder: the names of the files are its index. A granule that cannot be read is left out with
 * a warning. Not thread-safe.
 */
final class SeriesReader {
    /** What GeoServer calls a store of many images. */
    static final String STORE_TYPE = "ImageMosaic";

    private final RasterFiles files;
    private final Consumer<String> warnings;

    SeriesReader(RasterFiles files, Consumer<String> warnings) {
        this.files = files;
        this.warnings = warnings;
    }

    /**
     * Reads a series.
     *
     * @param bands gives the bands of the files the names and units of the catalog
     * @throws DeepSaltException if the folder has no granule that can be read
     */
    SeriesLayer read(LayerInfo info, Path folder, UnaryOperator<List<BandInfo>> bands) {
        Map<Granule, RasterLayer> granules = new TreeMap<>();
        @Nullable CoordinateReferenceSystem crs = null;
        @Nullable String srs = null;
        String name = folder.getFileName().toString();
        for (Path path : DataDirectory.list(folder, Files::isRegularFile)) {
            Optional<Granule> granule = Granule.of(name, path.getFileName().toString());
            if (granule.isEmpty()) {
                continue;
            }
            try {
                RasterFile file = files.open(path, null);
                CoordinateReferenceSystem own = file.grid().requireCrs("is no granule");
                if (crs == null) {
                    crs = own;
                    srs = Crs.identifier(own);
                } else if (!CRS.equalsIgnoreMetadata(crs, own)) {
                    throw new DeepSaltException("it is in " + file.grid().crsName() + ", the series in " + srs);
                }
                granules.put(
                        granule.get(),
                        new RasterLayer(info, file, bands.apply(file.bands()), files.geographic(file), srs));
            } catch (DeepSaltException e) {
                warnings.accept("granule " + path.getFileName() + " is left out: " + e.getMessage());
            }
        }
        if (granules.isEmpty()) {
            throw new DeepSaltException("the store has type '" + STORE_TYPE + "', and '" + name
                    + "' is no folder with granules that this host can read, named as " + name
                    + "-20250711T102030Z-0123456789ab.tif");
        }
        return SeriesLayer.of(info, folder, granules);
    }
}
