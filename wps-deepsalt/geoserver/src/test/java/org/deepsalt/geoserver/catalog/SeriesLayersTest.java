/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.deepsalt.geoserver.SmallTiff;
import org.deepsalt.geoserver.layers.AccessRights;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.RasterLayer;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.LayerInfo;
import org.geoserver.security.CoverageAccessLimits;
import org.geoserver.security.ResourceAccessManager;
import org.geoserver.security.SecureCatalogImpl;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesLayersTest {
    private static final Granule JULY = new Granule(Instant.parse("2025-07-11T10:20:30Z"), "0123456789ab");
    private static final Granule AUGUST = new Granule(Instant.parse("2025-08-01T10:20:30Z"), "0123456789ab");

    @TempDir
    Path directory;

    private final CoverageAccessLimits limits = mock();
    private CatalogInMemory server;
    private SeriesLayers series;

    /** The layer was renamed: its granules keep the name of the store. */
    @BeforeEach
    void makeASeries() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("data/salt/ece"));
        Files.writeString(folder.resolve(".deepsalt"), "mark", StandardCharsets.UTF_8);
        SmallTiff.write(folder.resolve(AUGUST.fileName("ece")), 2);
        SmallTiff.write(folder.resolve(JULY.fileName("ece")), 1);
        SmallTiff.write(folder.resolve("mine.tif"), 3);
        server = new CatalogInMemory(directory, "salt");
        CoverageStoreInfo store =
                Bean.of(CoverageStoreInfo.class, "Name", "ece", "Type", "ImageMosaic", "URL", "file:data/salt/ece");
        store.getMetadata().put("deepsalt_mark", "mark");
        CoverageInfo coverage = Bean.of(CoverageInfo.class, "Name", "now", "Store", store);
        when(coverage.getGridCoverageReader(null, null)).thenReturn(server.reader);
        LayerInfo layer = Bean.of(LayerInfo.class, "Name", "now", "Resource", coverage);
        when(layer.enabled()).thenReturn(true);
        server.layers.add(layer);
        SecureCatalogImpl secure = mock();
        ResourceAccessManager manager = mock();
        when(secure.getResourceAccessManager()).thenReturn(manager);
        when(manager.getAccessLimits(null, coverage)).thenReturn(limits);
        when(limits.getReadFilter()).thenReturn(Filter.INCLUDE);
        series = new SeriesLayers(server.catalog, new AccessRights(secure));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void granulesComeInTheOrderOfTheirTimes() {
        assertThat(series.granules("salt:now")).containsExactly(JULY, AUGUST);
        assertThat(series.granules("salt:ece")).isEmpty();
    }

    @Test
    void aGranuleIsALayerOfItsOwn() {
        try (RasterLayer layer = series.open("salt:now", AUGUST)) {
            assertThat(layer.name()).isEqualTo("salt:now of " + LocalDate.of(2025, 8, 1));
            assertThat(layer.bandNames()).isEqualTo(SmallTiff.BANDS);
            assertThat(layer.file())
                    .isEqualTo(directory.resolve("data/salt/ece").resolve(AUGUST.fileName("ece")));
        }
        Granule gone = new Granule(Instant.EPOCH, "0123456789ab");
        assertThatThrownBy(() -> series.open("salt:now", gone)).hasMessageContaining("has no map of 1970-01-01");
    }

    @Test
    void whoMayReadAPartOfTheSeriesOnlyIsRefused() {
        when(limits.getReadFilter()).thenReturn(Filter.EXCLUDE);
        assertThatThrownBy(() -> series.open("salt:now", JULY))
                .hasMessageContaining("you may read a part of series 'salt:now' only");
    }
}
