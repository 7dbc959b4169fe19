/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.publish.SeriesPublisher;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A series of two days: ECe of 1 dS/m on the first; on the second two maps, of 6 dS/m in the west and of 20 dS/m in the
 * east.
 */
class SeriesMapTest {
    private static final String SERIES = "deepsalt:dates";

    @TempDir
    static Path folder;

    private static WmsFixture fixture;

    @BeforeAll
    static void makeSeries() throws Exception {
        fixture = new WmsFixture(folder);
        add("2025-07-01T10:00:00Z", column -> 1);
        add("2025-07-11T10:20:30Z", column -> column < TestData.SIDE / 2 ? 6 : Float.NaN);
        add("2025-07-11T10:20:34Z", column -> column < TestData.SIDE / 2 ? Float.NaN : 20);
    }

    private interface Columns {
        float ece(int column);
    }

    private static void add(String time, Columns columns) throws Exception {
        Path map = TestData.write(
                Files.createTempDirectory(folder, "map").resolve("map.tif"),
                SampleType.FLOAT32,
                "nan",
                "EPSG:32612",
                new String[] {"ece", "ece_lower"},
                (band, column, row) -> columns.ece(column));
        new SeriesPublisher(fixture.catalog())
                .add(
                        TestData.publication("dates", false),
                        false,
                        false,
                        new LayerFiles(map, null, List.of()),
                        new Granule(Instant.parse(time), "0123456789ab"));
    }

    @Test
    void aDayShowsItsMaps() throws Exception {
        int low = color("ece-classes", 1, "time", "2025-07-01");
        assertThat(color("", 80, "time", "2025-07-01T23:30:00Z")).isEqualTo(low);
        int west = color("", 10, "time", "2025-07-11");
        int east = color("", 80, "time", "2025-07-11");
        assertThat(west).isNotEqualTo(low).isNotEqualTo(east);
        assertThat(east).isNotEqualTo(low);
        for (String latest : new String[] {"current", "", null, "2025-07-12T01:00:00+02:00"}) {
            assertThat(color("", 10, "time", latest)).isEqualTo(west);
            assertThat(color("", 80, "time", latest)).isEqualTo(east);
        }
    }

    @Test
    void whatTheSeriesDoesNotHaveIsRefused() throws Exception {
        assertThat(fixture.text(WmsFixture.wholeMap("layers", SERIES, "time", "2025-07-02")))
                .contains("code=\"InvalidDimensionValue\"", "locator=\"time\"")
                .contains("has no map of 2025-07-02, it has 2025-07-01, 2025-07-11");
        for (String time : new String[] {"2025-07-01/2025-07-11/P1D", "2025-07-01,2025-07-11", "yesterday"}) {
            assertThat(fixture.text(WmsFixture.wholeMap("layers", SERIES, "time", time)))
                    .contains("InvalidDimensionValue", "wanted one day such as 2025-07-11");
        }
        assertThat(fixture.image(WmsFixture.wholeMap("time", "1999-01-01"))).isNotNull();
    }

    @Test
    void capabilitiesListTheDays() throws Exception {
        assertThat(fixture.text(Map.of("request", "GetCapabilities", "version", "1.3.0")))
                .containsOnlyOnce("<Dimension")
                .contains("<Dimension name=\"time\" units=\"ISO8601\" default=\"2025-07-11\">2025-07-01,2025-07-11<");
        assertThat(fixture.text(Map.of("request", "GetCapabilities", "version", "1.1.1")))
                .contains("<Dimension name=\"time\" units=\"ISO8601\"")
                .contains("<Extent name=\"time\" default=\"2025-07-11\">2025-07-01,2025-07-11</Extent>");
    }

    @Test
    void thePixelOfADayIsTold() throws Exception {
        assertThat(info(10, "2025-07-01")).contains("\"ece\":1,");
        assertThat(info(10, "2025-07-11")).contains("\"ece\":6,").doesNotContain("20");
        assertThat(info(80, "2025-07-11")).contains("\"ece\":20,");
        assertThat(info(80, "2025-07-11").split("\"ece\"", -1)).hasSize(2);
    }

    private static String info(int column, String time) throws Exception {
        return fixture.text(WmsFixture.wholeMap(
                        "request",
                        "GetFeatureInfo",
                        "layers",
                        SERIES,
                        "query_layers",
                        SERIES,
                        "info_format",
                        "application/json",
                        "x",
                        "" + column,
                        "y",
                        "5",
                        "time",
                        time))
                .replace(" ", "");
    }

    private static int color(String style, int column, String... changes) throws Exception {
        Map<String, String> map = WmsFixture.changed(WmsFixture.wholeMap("layers", SERIES, "styles", style), changes);
        return fixture.image(map).getRGB(column, 5);
    }
}
