/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.nio.file.Path;
import java.util.List;
import org.geotools.coverage.grid.io.GridCoverage2DReader;

/**
 * An open raster layer.
 *
 * @param name as the request gave it
 * @param reader of its pixels, owned by the host
 * @param file that the pixels come from, with the product's other files beside it
 * @param bandNames in the order of the file; empty texts where a band has none
 * @param release gives the reader back to the host
 */
public record RasterLayer(String name, GridCoverage2DReader reader, Path file, List<String> bandNames, Runnable release)
        implements AutoCloseable {
    @Override
    public void close() {
        release.run();
    }
}
