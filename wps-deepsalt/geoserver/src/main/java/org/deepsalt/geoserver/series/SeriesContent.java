/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepsalt.geoserver.layers.Target;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.SeriesTarget;
import org.deepsalt.raster.coverage.GeoTiffs;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;

/** Compares what all maps of a series have in common. Stateless. */
public final class SeriesContent {
    private SeriesContent() {}

    /** What a map has, by its file. */
    public static SeriesTarget.Content of(Path geoTiff) {
        TiffFile tiff = TiffFile.open(geoTiff);
        GdalMetadata tags = tiff.gdalMetadata();
        GeoTiffReader reader = GeoTiffs.reader(geoTiff);
        try {
            return new SeriesTarget.Content(
                    reader.getCoordinateReferenceSystem(),
                    tags.descriptions(tiff.bands()),
                    tags.get(0, "unittype").orElse(""));
        } finally {
            reader.dispose();
        }
    }

    /**
     * Refuses a map that is unlike those of the series.
     *
     * @param target with a series that exists; any map may begin a new one
     */
    public static void require(Target target, SeriesTarget.Content map) {
        if (target.existing().isEmpty()) {
            return;
        }
        Optional<SeriesTarget.Content> first =
                firstGranule(target.folder(), target.store().local()).map(SeriesContent::of);
        first.ifPresent(series -> require(target.name().prefixed(), series, map));
    }

    private static void require(String name, SeriesTarget.Content series, SeriesTarget.Content map) {
        Problems problems = new Problems();
        String remedy = ": name another series";
        if (!CRS.equalsIgnoreMetadata(series.crs(), map.crs())) {
            problems.add("the maps of series '" + name + "' are in '"
                    + series.crs().getName().getCode() + "', this one is in '"
                    + map.crs().getName().getCode()
                    + "'; a series has one coordinate reference system, so that each UTM"
                    + " zone has a series of its own" + remedy);
        }
        if (!series.bandNames().equals(map.bandNames())) {
            problems.add("the maps of series '" + name + "' have the bands " + String.join(", ", series.bandNames())
                    + ", this one has " + String.join(", ", map.bandNames()) + remedy);
        } else if (!series.unit().equals(map.unit())) {
            problems.add("the maps of series '" + name + "' are in '" + series.unit() + "', this one is in '"
                    + map.unit() + "'" + remedy);
        }
        problems.throwIfAny();
    }

    private static Optional<Path> firstGranule(Path folder, String layer) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            Granule.of(layer, file.getFileName().toString()).isPresent())
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw new DeepSaltException("the folder of series '" + layer + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
