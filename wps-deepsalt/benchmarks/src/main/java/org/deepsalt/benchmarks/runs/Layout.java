/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.util.List;
import java.util.Locale;

/** How the pixels of a scene lie in its file; deflate with predictor in all of them. */
public enum Layout {
    /** Tiles of 128 pixels with all bands, as the sample world writes them. */
    TILED,
    /** Strips of rows, each band by itself. */
    STRIPED,
    /** Strips of rows with all bands of a pixel side by side. */
    INTERLEAVED;

    /** Creation options of GDAL's GeoTIFF driver; empty where the file need not be converted. */
    public List<String> creationOptions() {
        return switch (this) {
            case TILED -> List.of();
            case STRIPED -> List.of("TILED=NO", "INTERLEAVE=BAND");
            case INTERLEAVED -> List.of("TILED=NO", "INTERLEAVE=PIXEL");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
