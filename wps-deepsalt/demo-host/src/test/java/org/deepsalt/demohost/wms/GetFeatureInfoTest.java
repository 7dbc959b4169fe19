/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepsalt.demohost.wms.WmsFixture.wholeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.deepsalt.demohost.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetFeatureInfoTest {
    @TempDir
    static Path folder;

    private static WmsFixture wms;

    @BeforeAll
    static void publish() throws Exception {
        wms = new WmsFixture(folder);
    }

    private static Map<String, String> query(String layers, int column, int row, String... changes) {
        Map<String, String> query = wholeMap(
                "version",
                "1.3.0",
                "request",
                "GetFeatureInfo",
                "srs",
                null,
                "crs",
                "EPSG:32612",
                "query_layers",
                layers,
                "info_format",
                "application/json",
                "i",
                "" + column,
                "j",
                "" + row);
        return WmsFixture.changed(query, changes);
    }

    private static JsonNode json(Map<String, String> query) throws Exception {
        return new ObjectMapper().readTree(wms.text(query));
    }

    @Test
    void aPixelHasOnePropertyPerBand() throws Exception {
        JsonNode answer = json(query(WmsFixture.RESULT, TestData.BLOCK + 1, 1));
        assertThat(answer.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(answer.path("features")).hasSize(1);
        JsonNode feature = answer.path("features").path(0);
        assertThat(feature.path("geometry").isNull()).isTrue();
        assertThat(feature.path("properties").toString())
                .isEqualTo("{\"ece\":3,\"ece_lower\":1.5,\"ece_upper\":6,\"dissimilarity\":0.25,\"mask_reason\":0,"
                        + "\"ece_width\":4.5}");
    }

    @Test
    void missingValuesAreNull() throws Exception {
        JsonNode properties =
                json(query(WmsFixture.RESULT, 5 * TestData.BLOCK + 1, 1)).at("/features/0/properties");
        assertThat(properties.path("ece").isNull()).isTrue();
        assertThat(properties.path("mask_reason").asInt()).isEqualTo(6);
        JsonNode scene = json(query("sample:enmap", 0, 1)).at("/features/0/properties");
        assertThat(scene.path("band_7").isNull()).isTrue();
        assertThat(json(query("sample:enmap", 1, 1))
                        .at("/features/0/properties/band_7")
                        .asInt())
                .isEqualTo(350);
    }

    @Test
    void besideTheImageNothingIsFound() throws Exception {
        String far = "410000,4300000,420000,4310000";
        assertThat(json(query(WmsFixture.RESULT, 1, 1, "bbox", far)).path("features"))
                .isEmpty();
        assertThat(wms.text(query(WmsFixture.RESULT, 1, 1, "bbox", far, "info_format", "text/plain")))
                .isEqualTo("no features were found\n");
    }

    @Test
    void theOlderVersionNamesThePlaceOtherwise() throws Exception {
        Map<String, String> query =
                query(WmsFixture.RESULT, 0, 0, "version", "1.1.1", "crs", null, "i", null, "j", null);
        String text = wms.text(
                WmsFixture.changed(query, "srs", "EPSG:32612", "x", "33", "y", "2", "info_format", "text/plain"));
        assertThat(text)
                .startsWith("Results for layer 'deepsalt:ece_2024':\n----")
                .contains("\nece = 6\n", "\nece_lower = 3\n", "\ndissimilarity = 0.25\n");
    }

    @Test
    void thePlaceIsFoundInGeographicCoordinatesToo() throws Exception {
        double longitude = -112.16;
        double latitude = 39.74;
        String box =
                (latitude - 0.001) + "," + (longitude - 0.001) + "," + (latitude + 0.001) + "," + (longitude + 0.001);
        Map<String, String> query =
                query(WmsFixture.RESULT, 50, 50, "crs", "EPSG:4326", "bbox", box, "width", "101", "height", "101");
        assertThat(json(query).at("/features/0/properties/ece").asDouble()).isEqualTo(3);
    }

    @Test
    void pointsAreFoundNearTheirMark() throws Exception {
        String box = "39.73,-112.17,39.75,-112.15";
        Map<String, String> query =
                query("sample:ece_samples", 49, 49, "crs", "EPSG:4326", "bbox", box, "width", "100", "height", "100");
        JsonNode feature = json(query).at("/features/0");
        assertThat(feature.path("id").asText()).isEqualTo("ece_samples.1");
        assertThat(feature.path("geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[-112.16,39.74]}");
        assertThat(feature.path("properties").toString()).isEqualTo("{\"id\":\"a\",\"ece\":4.25,\"depth\":10}");
        assertThat(json(query).at("/crs/properties/name").asText()).isEqualTo("urn:ogc:def:crs:EPSG::4326");
        assertThat(json(WmsFixture.changed(query, "i", "70")).path("features")).isEmpty();
    }

    @Test
    void severalLayersAnswerTogether() throws Exception {
        String box = "39.72,-112.17,39.75,-112.13";
        Map<String, String> query = query(
                WmsFixture.RESULT + ",sample:ece_samples",
                25,
                33,
                "crs",
                "EPSG:4326",
                "bbox",
                box,
                "width",
                "100",
                "height",
                "100",
                "feature_count",
                "10",
                "buffer",
                "50");
        JsonNode features = json(query).path("features");
        assertThat(features).hasSize(3);
        assertThat(features.findValuesAsText("id"))
                .startsWith("deepsalt:ece_2024", "ece_samples.1")
                .contains("ece_samples.2");
        assertThat(json(WmsFixture.changed(query, "feature_count", "1")).path("features"))
                .hasSize(2);
    }
}
