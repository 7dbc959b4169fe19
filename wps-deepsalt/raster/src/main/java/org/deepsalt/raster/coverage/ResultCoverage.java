/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.coverage.grid.GridCoverage;
import org.geotools.coverage.GridSampleDimension;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridCoverageFactory;
import org.geotools.gce.geotiff.GeoTiffReader;

/**
 * A finished GeoTIFF as the coverage that a process returns. It is a type of its own so that hosts send the file as it
 * is, with its tags and overviews, where they would write other coverages anew; a process that is chained to ours takes
 * it as any coverage.
 */
@SuppressWarnings("serial")
public final class ResultCoverage extends GridCoverage2D {
    private final transient Path file;

    private ResultCoverage(GridCoverage2D coverage, Path file) {
        super(coverage.getName(), coverage);
        this.file = file;
    }

    /**
     * Opens a file; disposing of the coverage frees it.
     *
     * @param bandNames in the order of the file
     */
    public static ResultCoverage open(Path file, List<String> bandNames) {
        try {
            GridCoverage2D plain = new GeoTiffReader(file.toFile()).read(null);
            List<GridSampleDimension> bands = new ArrayList<>();
            bandNames.forEach(name -> bands.add(new GridSampleDimension(name)));
            GridCoverage2D named = new GridCoverageFactory()
                    .create(
                            file.getFileName().toString(),
                            plain.getRenderedImage(),
                            plain.getGridGeometry(),
                            bands.toArray(new GridSampleDimension[0]),
                            new GridCoverage[] {plain},
                            Map.of());
            return new ResultCoverage(named, file);
        } catch (IOException e) {
            throw new DeepSaltException("the result cannot be opened again: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized boolean dispose(boolean force) {
        ImageReaders.close(this);
        return super.dispose(force);
    }

    /** The whole GeoTIFF. */
    public Path file() {
        return file;
    }
}
