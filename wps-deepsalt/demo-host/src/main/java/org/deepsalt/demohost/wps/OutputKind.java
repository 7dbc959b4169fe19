/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.ResultCoverage;

/** How the outputs of a type travel. */
enum OutputKind {
    LITERAL("text/plain", "txt"),
    JSON("application/json", "json"),
    GEOTIFF("image/tiff", "tif");

    private final String mimeType;
    private final String extension;

    OutputKind(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    String mimeType() {
        return mimeType;
    }

    String extension() {
        return extension;
    }

    static OutputKind of(Class<?> type) {
        if (type == ResultCoverage.class) {
            return GEOTIFF;
        }
        return type == JsonReport.class ? JSON : LITERAL;
    }
}
