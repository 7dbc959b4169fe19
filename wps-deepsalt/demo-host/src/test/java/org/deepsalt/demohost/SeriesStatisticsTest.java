/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.publish.SeriesPublisher;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerFiles;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.processes.statistics.SalinityStatisticsProcess;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Statistics of a series whose every pixel is known. ECe is 3 dS/m at first, with an interval from 2 to 4. On the last
 * day the first quarter of the columns is at 9 (8 to 10), the second at 1 (0.5 to 1.5), the third at 5 (3.5 to 6.5),
 * and the fourth has no estimate.
 */
class SeriesStatisticsTest {
    private static final double QUARTER = TestData.SIDE * TestData.SIDE / 4 * 0.09;
    private static final float[][] LAST = {
        {9, 8, 10}, {1, 0.5f, 1.5f}, {5, 3.5f, 6.5f}, {Float.NaN, Float.NaN, Float.NaN}
    };

    @TempDir
    Path folder;

    private Catalog catalog;
    private DataDirectoryLayers layers;

    @BeforeEach
    void open() throws Exception {
        Path directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
        catalog = Catalog.open(directory);
        layers = new DataDirectoryLayers(catalog, directory.resolve("temp/scratch"));
        add("2025-07-01T10:00:00Z", (band, column, row) -> new float[] {3, 2, 4}[band]);
        add("2025-07-05T10:00:00Z", (band, column, row) -> new float[] {17, 16, 18}[band]);
        add("2025-07-11T10:20:30Z", (band, column, row) -> LAST[column / (TestData.SIDE / 4)][band]);
    }

    @Test
    void everyDayHasItsFiguresAndOnlyWhatIntervalsTellIsAChange() throws Exception {
        JsonNode report = run(null, null, null);
        assertThat(report.path("dates").findValuesAsText("date"))
                .containsExactly("2025-07-01", "2025-07-05", "2025-07-11");
        assertThat(report.at("/dates/0/overall/mean").asDouble()).isEqualTo(3);
        assertThat(report.at("/dates/0/overall/validShare").asDouble()).isEqualTo(1);
        assertThat(report.at("/dates/1/overall/classes/4/hectares").asDouble()).isCloseTo(4 * QUARTER, within(1e-3));
        assertThat(report.at("/dates/2/overall/validShare").asDouble()).isEqualTo(0.75);
        assertThat(report.at("/dates/2/overall/classes/3/hectares").asDouble()).isCloseTo(QUARTER, within(1e-3));
        JsonNode change = report.path("difference");
        assertThat(change.path("from").asText()).isEqualTo("2025-07-01");
        assertThat(change.path("to").asText()).isEqualTo("2025-07-11");
        JsonNode overall = change.path("overall");
        assertThat(overall.path("comparedHectares").asDouble()).isCloseTo(3 * QUARTER, within(1e-3));
        assertThat(overall.path("moreSalineHectares").asDouble()).isCloseTo(QUARTER, within(1e-3));
        assertThat(overall.path("lessSalineHectares").asDouble()).isCloseTo(QUARTER, within(1e-3));
        assertThat(overall.path("cannotBeToldHectares").asDouble()).isCloseTo(QUARTER, within(1e-3));
        assertThat(overall.path("meanDifference").asDouble()).isCloseTo(2, within(1e-9));
    }

    @Test
    void daysAndRegionsAreChosen() throws Exception {
        double west = TestData.WEST;
        double edge = west + TestData.SIDE / 4 * TestData.PIXEL;
        Geometry region = region(west, edge);
        JsonNode report = run(region, "2025-07-02", "2025-07-11T23:00:00Z");
        assertThat(report.path("dates")).hasSize(2);
        assertThat(report.at("/difference/from").asText()).isEqualTo("2025-07-05");
        assertThat(report.at("/dates/1/region/mean").asDouble()).isEqualTo(9);
        assertThat(report.at("/difference/region/lessSalineHectares").asDouble())
                .isCloseTo(TestData.SIDE / 4 * 10 * 0.09, within(1e-3));
        assertThat(run(null, "2025-07-05", "2025-07-05").path("difference").isNull())
                .isTrue();
        assertThatThrownBy(() -> run(null, "2025-08-01", null))
                .hasMessageContaining("has no map from 2025-08-01, it has 3 days from 2025-07-01 to 2025-07-11");
        assertThatThrownBy(() -> run(null, "July", null)).hasMessageContaining("from is 'July', wanted a time");
    }

    @Test
    void theTableHasALineForEachDay() throws Exception {
        Object table = outputs(null, null, null).get("table");
        assertThat(table.toString())
                .hasLineCount(5)
                .startsWith("date,part,id,name,hectares,validHectares,validShare,mean,median,hectares non-saline,");
        assertThat(table.toString()).contains("\r\n2025-07-11,overall,,,829.44,622.08,0.75,");
        assertThat(table.toString().lines().map(line -> line.split(",", -1).length))
                .containsOnly(23);
    }

    @Test
    void theTableHasTheDifferenceAndWhetherTheIntervalsTellOne() throws Exception {
        List<String> lines =
                outputs(null, null, null).get("table").toString().lines().toList();
        assertThat(lines.get(0))
                .endsWith(",models,confidences,comparedHectares,moreSalineHectares,lessSalineHectares,"
                        + "cannotBeToldHectares,meanDifference,change,differs");
        assertThat(lines.get(4))
                .startsWith("2025-07-01/2025-07-11,overall,,,,,,")
                .endsWith(",,,622.08,207.36,207.36,207.36,2.0,more and less saline,model confidence");
        double quarter = TestData.SIDE / 4 * TestData.PIXEL;
        Geometry third = region(TestData.WEST + 2 * quarter, TestData.WEST + 3 * quarter);
        lines = outputs(third, null, null).get("table").toString().lines().toList();
        assertThat(lines.get(lines.size() - 1))
                .startsWith("2025-07-01/2025-07-11,region,")
                .contains(",0.0,0.0,", ",cannot be told,");
        assertThat(outputs(null, "2025-07-05", "2025-07-05").get("table").toString())
                .hasLineCount(2);
    }

    @Test
    void mapsOfOtherModelsOrAnotherConfidenceAreSaidToBe() throws Exception {
        made("2025-08-01", "a", "0.9", "1");
        made("2025-08-02", "a", "0.9", "1");
        JsonNode same = run(null, "2025-08-01", "2025-08-02");
        assertThat(same.at("/difference/differs")).isEmpty();
        assertThat(same.at("/difference").has("remark")).isFalse();
        assertThat(same.at("/dates/0/models")).hasToString("[\"a\"]");
        assertThat(same.at("/dates/0/confidences")).hasToString("[0.9]");
        made("2025-08-03", "b", "0.9", "1");
        JsonNode models = run(null, "2025-08-01", "2025-08-03").path("difference");
        assertThat(models.path("differs")).hasToString("[\"model\"]");
        assertThat(models.path("remark").asText()).contains("a difference is one of models, too");
        made("2025-08-04", "a", "0.8", "1");
        JsonNode confidences = run(null, "2025-08-01", "2025-08-04").path("difference");
        assertThat(confidences.path("differs")).hasToString("[\"confidence\"]");
        assertThat(confidences.path("remark").asText()).contains("what counts as a change depends on it");
        made("2025-08-05", "a", "0.9", "2");
        assertThat(run(null, "2025-08-01", "2025-08-05").at("/difference/differs"))
                .hasToString("[\"model\"]");
        assertThat(run(null, "2025-07-11", "2025-08-05").at("/difference/differs"))
                .hasToString("[\"model\",\"confidence\"]");
        assertThat(outputs(null, "2025-08-01", "2025-08-03").get("table").toString())
                .contains(",a,0.9,", ",b,0.9,", ",model\r\n");
    }

    /** A second map of the day covers the first ten columns. */
    @Test
    void theLatestMapOfADayThatHasAValueCounts() throws Exception {
        JsonNode before = run(null, "2025-07-01", "2025-07-01").at("/dates/0/overall");
        assertThat(before.path("pixels").asInt()).isEqualTo(TestData.SIDE * TestData.SIDE);
        assertThat(layers.granules("dates")).hasSize(3);
        add("2025-07-01T10:00:04Z", (band, column, row) -> column < 10 ? 7 : Float.NaN);
        JsonNode after = run(null, "2025-07-01", "2025-07-01").at("/dates/0/overall");
        assertThat(after.path("pixels").asInt()).isEqualTo(TestData.SIDE * TestData.SIDE);
        assertThat(after.at("/classes/2/pixels").asInt()).isEqualTo(10 * TestData.SIDE);
        assertThat(after.at("/classes/1/pixels").asInt()).isEqualTo((TestData.SIDE - 10) * TestData.SIDE);
    }

    private static Geometry region(double west, double east) {
        Geometry region =
                new GeometryFactory().toGeometry(new Envelope(west, east, TestData.NORTH - 300, TestData.NORTH));
        region.setSRID(32612);
        return region;
    }

    private JsonNode run(Geometry region, String from, String to) throws Exception {
        return new ObjectMapper()
                .readTree(((JsonReport) outputs(region, from, to).get("statistics")).json());
    }

    private Map<String, Object> outputs(Geometry region, String from, String to) {
        ProcessSettings settings = ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());
        return new SalinityStatisticsProcess(layers, settings).execute("dates", null, null, region, from, to, null);
    }

    /** Adds a map that tells what it was made with. */
    private void made(String day, String model, String confidence, String hash) throws Exception {
        Map<String, String> tags = Map.of("deepsalt_model", model, "deepsalt_confidence", confidence);
        Path report = Files.writeString(
                Files.createTempDirectory(folder, "map").resolve("map.json"),
                "{\"model\":{\"files\":{\"a\":\"" + hash + "\"}}}");
        add(day + "T10:00:00Z", tags, report, (band, column, row) -> 3);
    }

    private void add(String time, TestData.Values values) throws Exception {
        add(time, Map.of(), null, values);
    }

    private void add(String time, Map<String, String> tags, Path report, TestData.Values values) throws Exception {
        Path map = TestData.write(
                Files.createTempDirectory(folder, "map").resolve("map.tif"),
                SampleType.FLOAT32,
                "nan",
                "EPSG:32612",
                new String[] {"ece", "ece_lower", "ece_upper"},
                tags,
                values);
        new SeriesPublisher(catalog)
                .add(
                        TestData.publication("dates", false),
                        false,
                        false,
                        new LayerFiles(map, report, List.of()),
                        new Granule(Instant.parse(time), "0123456789ab"));
    }
}
