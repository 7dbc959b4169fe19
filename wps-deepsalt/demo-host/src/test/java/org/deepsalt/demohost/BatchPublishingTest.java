/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.store.Hash;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.publish.PublishBatchProcess;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deepsalt:PublishBatch} on folders as a batch leaves them. */
class BatchPublishingTest {
    private static final String SCENE = "ENMAP01-____L2A-DT0000000007_20240815T182144Z_001_V010402_20240816T090210Z";

    @TempDir
    Path folder;

    private Path batch;
    private DataDirectoryLayers layers;
    private final List<String> manifest = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        Path directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
        batch = Files.createDirectories(directory.resolve("import/batch"));
        layers = new DataDirectoryLayers(Catalog.open(directory), directory.resolve("temp/scratch"));
    }

    @Test
    void everyResultBecomesAMapOfTheSeries() throws Exception {
        result(SCENE, "2024-08-15T18:21:44Z", 1, "{\"model\":{\"files\":{\"net/saved_model.pb\":\"ab\"}}}");
        result("second", "2024-09-01T10:00:00Z", 2, "{}");
        manifest.add("{\"scene\":\"third\",\"status\":\"failed\",\"reason\":\"it is truncated\"}");
        JsonNode report = publish(false);
        assertThat(report.path("published").asText()).isEqualTo("deepsalt:dates");
        assertThat(report.path("counts").path("added").asInt()).isEqualTo(2);
        assertThat(report.path("counts").path("without result").asInt()).isEqualTo(1);
        assertThat(report.at("/scenes/2/reason").asText()).isEqualTo("it is truncated");
        assertThat(layers.granules("dates"))
                .contains(new Granule(
                        Instant.parse("2024-08-15T18:21:44Z"),
                        Granule.keyOf(SCENE, Map.of("net/saved_model.pb", "ab"))))
                .hasSize(2);
        assertThat(batch.resolve("r1/ece.tif")).exists();
        assertThat(batch.resolve("r1/ece.json")).exists();
    }

    @Test
    void aRecordOfTheBatchGoesWithItsMap() throws Exception {
        result("first", "2024-08-15T18:21:44Z", 1, "{}");
        Files.writeString(batch.resolve("r1/ece.iso.xml"), "<first/>");
        result("second", "2024-09-01T10:00:00Z", 2, "{}");
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret/>");
        Files.createSymbolicLink(batch.resolve("r2/ece.iso.xml"), secret);
        JsonNode report = publish(false);
        assertThat(report.at("/scenes/1/reason").asText()).contains("below the manifest's folder");
        try (Stream<Path> files = Files.list(folder.resolve("data-directory/data/deepsalt/dates"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".iso.xml")))
                    .singleElement(InstanceOfAssertFactories.PATH)
                    .hasContent("<first/>");
        }
    }

    @Test
    void aRepetitionKeepsWhatIsThereUnlessItMayOverwrite() throws Exception {
        result("first", "2024-08-15T18:21:44Z", 1, "{}");
        publish(false);
        result("second", "2024-09-01T10:00:00Z", 2, "{}");
        JsonNode counts = publish(false).path("counts");
        assertThat(counts.path("kept").asInt()).isEqualTo(1);
        assertThat(counts.path("added").asInt()).isEqualTo(1);
        assertThat(publish(true).at("/counts/replaced").asInt()).isEqualTo(2);
        assertThat(layers.granules("dates")).hasSize(2);
    }

    @Test
    void whatCannotBeAddedIsToldAndStopsNoOther() throws Exception {
        result("changed", "2024-08-15T18:21:44Z", 1, "{}");
        Files.writeString(batch.resolve("r1/ece.tif"), "changed");
        Path outside = Files.writeString(folder.resolve("outside.tif"), "secret");
        Files.createSymbolicLink(batch.resolve("link.tif"), outside);
        record("linked", "2024-08-15T18:21:44Z", "link.tif", null, "ab");
        record("above", "2024-08-15T18:21:44Z", "../../outside.tif", null, "ab");
        record("absolute", "2024-08-15T18:21:44Z", outside.toString(), null, "ab");
        record("timeless", null, write("r9", 3), null, Hash.of(batch.resolve("r9/ece.tif")));
        result("good", "2024-09-01T10:00:00Z", 2, "{}");
        JsonNode report = publish(false);
        assertThat(report.path("counts").path("failed").asInt()).isEqualTo(5);
        assertThat(report.path("counts").path("added").asInt()).isEqualTo(1);
        assertThat(report.at("/scenes/0/reason").asText()).contains("SHA-256", "run the batch again for this scene");
        for (int i = 1; i <= 3; i++) {
            assertThat(report.at("/scenes/" + i + "/reason").asText()).contains("below the manifest's folder");
        }
        assertThat(report.at("/scenes/4/reason").asText()).contains("neither the manifest nor the result tells when");
        assertThat(folder.resolve("data-directory/temp/scratch/results")).isEmptyDirectory();
    }

    @Test
    void aManifestThatIsDamagedOrNotThereIsRefused() throws Exception {
        assertThatThrownBy(() -> publish(false)).hasMessageContaining("the manifest");
        manifest.add("{\"scene\":\"first\",\"status\":");
        assertThatThrownBy(() -> publish(false)).hasMessageContaining("the manifest is damaged after record 0");
        manifest.set(0, "{\"scene\":\"first\",\"status\":\"done\"}");
        assertThatThrownBy(() -> publish(false)).hasMessageContaining("record 1 of the manifest has not all of");
        assertThatThrownBy(() -> run("../outside", "no such style", false))
                .hasMessageContaining("there is no product '../outside'")
                .hasMessageContaining("there is no style 'no such style'");
    }

    private JsonNode publish(boolean overwrite) throws Exception {
        if (!manifest.isEmpty()) {
            Files.write(batch.resolve("manifest.jsonl"), manifest);
        }
        return run("batch", "ece-classes", overwrite);
    }

    private JsonNode run(String manifestPath, String style, boolean overwrite) throws Exception {
        ProcessSettings settings = ProcessSettings.of(ProcessLimits.defaults(), EngineSettings.defaults());
        Map<String, Object> outputs =
                new PublishBatchProcess(layers, settings).execute(manifestPath, "dates", style, null, overwrite, null);
        return new ObjectMapper().readTree(((JsonReport) outputs.get("report")).json());
    }

    private void result(String scene, String time, int value, String report) throws Exception {
        String result = write("r" + value, value);
        Files.writeString(batch.resolve("r" + value + "/ece.json"), report);
        record(scene, time, result, "r" + value + "/ece.json", Hash.of(batch.resolve(result)));
    }

    private String write(String name, int value) throws Exception {
        Path file = batch.resolve(name).resolve("ece.tif");
        TestData.write(
                file,
                SampleType.FLOAT32,
                "nan",
                "EPSG:32612",
                new String[] {"ece", "ece_lower"},
                (band, column, row) -> value);
        return name + "/ece.tif";
    }

    private void record(String scene, String time, String result, String sidecar, String hash) throws Exception {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("scene", scene).put("status", "done").put("time", time).put("result", result);
        json.put("sidecar", sidecar).put("model", "quick").put("sha256", hash);
        manifest.add(json.toString());
    }
}
