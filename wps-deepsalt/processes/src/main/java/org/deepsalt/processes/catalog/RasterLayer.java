/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.coverage.RasterSource;
import org.geotools.coverage.grid.io.GridCoverage2DReader;
import org.jspecify.annotations.Nullable;

/**
 * An open raster layer.
 *
 * @param name as the request gave it
 * @param reader of its pixels, owned by the host
 * @param file that the pixels come from, with the product's other files beside it; null where they do not come from
 *     one file, as in a mosaic or a database
 * @param bandNames in the order of the file; empty texts where a band has none
 * @param release gives the reader back to the host
 */
public record RasterLayer(
        String name, GridCoverage2DReader reader, @Nullable Path file, List<String> bandNames, Runnable release)
        implements AutoCloseable {
    private static final int NAMED_BANDS = 12;

    /** The bands' names for a message, the first dozen of them. */
    public String namedBands() {
        String first = String.join(", ", bandNames.subList(0, Math.min(NAMED_BANDS, bandNames.size())));
        return bandNames.size() <= NAMED_BANDS ? first : first + " and " + (bandNames.size() - NAMED_BANDS) + " more";
    }

    /**
     * Opens the image.
     *
     * @throws DeepSaltException if its file is damaged or coded in a way that is not read
     */
    public RasterSource open() {
        return RasterSource.open(name, reader, file);
    }

    /**
     * The file of a layer that must be an EnMAP scene.
     *
     * @throws DeepSaltException if the layer has no file of its own
     */
    public Path requireFile() {
        if (file == null) {
            throw new DeepSaltException("layer '" + name
                    + "' is not kept in a GeoTIFF of its own, wanted an EnMAP scene with its metadata: import it with"
                    + " deepsalt:ImportEnmapScene");
        }
        return file;
    }

    @Override
    public void close() {
        release.run();
    }
}
