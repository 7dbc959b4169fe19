/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepsalt.demohost.catalog.RasterLayer.BandInfo;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.jspecify.annotations.Nullable;

/**
 * A GeoTIFF and what it says about itself. Immutable and thread-safe; the reader keeps no file open between reads and
 * is shared, so nobody disposes it.
 *
 * @param grid its CRS is null where the file names none
 * @param bands with the names of the file, empty names where it has none
 * @param noData as the file declares it, null for none
 */
public record RasterFile(
        Path path,
        GridCoverage2DReader reader,
        Grid grid,
        List<BandInfo> bands,
        @Nullable Double noData) {
    public RasterFile {
        bands = List.copyOf(bands);
    }

    /**
     * Opens a file.
     *
     * @throws DeepSaltException if it is no GeoTIFF
     */
    public static RasterFile open(Path path) {
        return open(path, null);
    }

    /**
     * Opens a file that may not know its CRS.
     *
     * @param declared taken instead of what the file says; null to believe the file
     */
    static RasterFile open(Path path, @Nullable CoordinateReferenceSystem declared) {
        TiffFile tiff = TiffFile.open(path);
        tiff.requireReadable();
        GdalMetadata metadata = tiff.gdalMetadata();
        List<BandInfo> bands = new ArrayList<>();
        for (int band = 0; band < tiff.bands(); band++) {
            bands.add(new BandInfo(
                    metadata.get(band, "description").orElse(""),
                    metadata.get(band, "unittype").orElse("")));
        }
        GeoTiffReader reader = reader(path, declared);
        return new RasterFile(
                path, reader, RasterSource.gridOf(reader), bands, tiff.noData().orElse(null));
    }

    private static GeoTiffReader reader(Path path, @Nullable CoordinateReferenceSystem declared) {
        return declared == null ? GeoTiffs.reader(path) : GeoTiffs.reader(path, declared);
    }
}
