/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.io.IOException;
import java.nio.file.Path;
import org.deepsalt.model.DeepSaltException;
import org.geotools.gce.geotiff.GeoTiffReader;

/** Opens GeoTIFFs with GeoTools. Stateless. */
public final class GeoTiffs {
    private GeoTiffs() {}

    /**
     * Opens a file, which the caller disposes of.
     *
     * @throws DeepSaltException if the file is damaged: GeoTools tells that in exceptions of many kinds
     */
    public static GeoTiffReader reader(Path file) {
        try {
            return new GeoTiffReader(file.toFile());
        } catch (IOException | RuntimeException e) {
            throw new DeepSaltException(
                    "'" + file.getFileName() + "' cannot be opened as GeoTIFF, it may be damaged: " + e.getMessage()
                            + "; copy it again",
                    e);
        }
    }
}
