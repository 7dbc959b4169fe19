/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.coverage.grid.GridCoverage;
import org.geotools.coverage.GridSampleDimension;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffReader;

/** A finished GeoTIFF as the coverage that a process returns; hosts that can send the file itself find its path in it. */
public final class ResultCoverage {
    private static final String FILE = "org.deepsalt.file";

    private ResultCoverage() {}

    /**
     * Opens a file; disposing of the coverage frees it.
     *
     * @param bandNames in the order of the file
     */
    public static GridCoverage2D open(Path file, List<String> bandNames) {
        try {
            GridCoverage2D plain = new GeoTiffReader(file.toFile()).read(null);
            List<GridSampleDimension> bands = new ArrayList<>();
            bandNames.forEach(name -> bands.add(new GridSampleDimension(name)));
            return new GridCoverageFactory()
                    .create(
                            file.getFileName().toString(),
                            plain.getRenderedImage(),
                            plain.getGridGeometry(),
                            bands.toArray(new GridSampleDimension[0]),
                            new GridCoverage[] {plain},
                            Map.of(FILE, file));
        } catch (IOException e) {
            throw new DeepSaltException("the result cannot be opened again: " + e.getMessage(), e);
        }
    }

    /** The file behind a coverage that {@link #open} made. */
    public static Optional<Path> file(GridCoverage2D coverage) {
        return coverage.getProperty(FILE) instanceof Path path ? Optional.of(path) : Optional.empty();
    }
}
