/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.deepsalt.geoserver.SmallTiff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandNamesTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = SmallTiff.write(folder.resolve("soil.tif"), 1);
    }

    /** What GeoServer calls the bands of any GeoTIFF. */
    @Test
    void placeholdersGiveWayToTheDescriptionsOfTheFile() {
        assertThat(BandNames.of(List.of("GRAY_INDEX", "Band2"), file)).isEqualTo(SmallTiff.BANDS);
        assertThat(BandNames.of(List.of("Band1", ""), file)).isEqualTo(SmallTiff.BANDS);
    }

    @Test
    void namesThatSomebodyGaveStay() {
        assertThat(BandNames.of(List.of("sand", "Band2"), file)).containsExactly("sand", "dissimilarity");
        assertThat(BandNames.of(List.of("sand", "clay"), file)).containsExactly("sand", "clay");
    }

    @Test
    void ofACatalogWithOtherBandsThanTheFileNobodyKnowsWhichIsWhich() {
        assertThat(BandNames.of(List.of("GRAY_INDEX"), file)).containsExactly("GRAY_INDEX");
    }
}
