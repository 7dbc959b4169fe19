/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.WriteFailure;

/** The report beside a result: {@code ece.tif} has {@code ece.tif.json}. */
public final class Sidecar {
    private Sidecar() {}

    /** Where the report of a GeoTIFF lies. */
    public static Path of(Path geoTiff) {
        return geoTiff.resolveSibling(geoTiff.getFileName() + ".json");
    }

    /**
     * Writes the report beside a GeoTIFF, and replaces one that is there.
     *
     * @return where it is
     * @throws DeepSaltException if it cannot be written
     */
    public static Path write(Path geoTiff, String json) {
        Path sidecar = of(geoTiff);
        try {
            return Files.writeString(sidecar, json);
        } catch (IOException e) {
            throw new DeepSaltException(
                    "the report was not written: " + WriteFailure.reason(sidecar, "the folder of results", e), e);
        }
    }
}
