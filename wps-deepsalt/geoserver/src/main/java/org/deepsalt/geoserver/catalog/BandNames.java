/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.deepsalt.raster.geotiff.decode.TiffFile;

/**
 * The names of a layer's bands: those of the catalog, and the file's descriptions where the catalog has but what it
 * calls bands that nobody has named. Stateless.
 */
final class BandNames {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("(?i)|GRAY_INDEX|PALETTE_INDEX|(RED|GREEN|BLUE|ALPHA)_BAND|(Band|GRAY_INDEX)[ _]?\\d+");

    private BandNames() {}

    /**
     * The names in the order of the file.
     *
     * @param catalog names that the catalog has
     * @param file a TIFF
     */
    static List<String> of(List<String> catalog, Path file) {
        if (catalog.stream().noneMatch(BandNames::isPlaceholder)) {
            return catalog;
        }
        TiffFile tiff = TiffFile.open(file);
        // The catalog may show some of the bands only, nobody knows which.
        if (tiff.bands() != catalog.size()) {
            return catalog;
        }
        List<String> described = tiff.gdalMetadata().descriptions(catalog.size());
        List<String> names = new ArrayList<>();
        for (int band = 0; band < catalog.size(); band++) {
            boolean takes =
                    isPlaceholder(catalog.get(band)) && !described.get(band).isEmpty();
            names.add(takes ? described.get(band) : catalog.get(band));
        }
        return names;
    }

    private static boolean isPlaceholder(String name) {
        return PLACEHOLDER.matcher(name).matches();
    }
}
