/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.VisNirLibrary;
import org.deepsalt.model.store.Hash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The documents of {@code docs/requests}, executed one after the other on the host of these tests: its files are made
 * here. The training learns for fewer epochs than it asks for.
 */
@Timeout(300)
class RequestsExecutionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DONE = List.of(
            "chain.xml",
            "estimate.xml",
            "evaluate.xml",
            "import.xml",
            "publish-batch.xml",
            "screening.xml",
            "statistics-of-series.xml",
            "statistics.xml",
            "train.xml");
    private static WpsClient client;
    private static Path data;

    @BeforeAll
    static void connect() {
        assumeFalse(ContractHost.isGiven(), "skipped: needs files in the data directory");
        ContractHost host = ContractHost.shared();
        client = new WpsClient(host.url());
        data = host.data();
    }

    @Test
    void everyDocumentIsExecutedHere() throws IOException {
        TreeSet<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(ShippedData.PROJECT.resolve("docs/requests"))) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> there.add(file.getFileName().toString()));
        }
        assertThat(there).containsExactlyElementsOf(DONE);
    }

    @Test
    void anEstimateIsPublishedAndHasStatistics() throws IOException {
        String estimated = executed("estimate.xml");
        assertThat(estimated).contains(">deepsalt:contract_guide_sample_ece<");
        assertThat(coverageOf(estimated)).startsWith('I', 'I', 42, 0);
        assertThat(executed("statistics.xml")).containsPattern("\"validPixels\" ?: ?\\d{4}");
    }

    private static byte[] coverageOf(String estimated) {
        String address = estimated.replaceFirst("(?s).*<wps:Reference [^>]*href=\"([^\"]+)\".*", "$1");
        return client.fetch(address.replace("&amp;", "&")).bytes();
    }

    @Test
    void theResultsOfABatchAreASeriesWithStatistics() throws IOException {
        byte[] map = coverageOf(executed("estimate.xml"));
        List<String> manifest = new ArrayList<>();
        for (String day : List.of("2025-07-01", "2025-07-11")) {
            Path result = data.resolve("import/batch-2025").resolve(day).resolve("ece.tif");
            Files.createDirectories(result.getParent());
            Files.write(result, map);
            ObjectNode scene = JSON.createObjectNode();
            scene.put("scene", "scene of " + day).put("status", "done").put("time", day + "T10:00:00Z");
            scene.put("result", day + "/ece.tif")
                    .put("model", ContractHost.MODEL)
                    .put("sha256", Hash.of(result));
            manifest.add(scene.toString());
        }
        Files.write(data.resolve("import/batch-2025/manifest.jsonl"), manifest);
        assertThat(executed("publish-batch.xml"))
                .contains(">deepsalt:contract_guide_salinity<")
                .containsPattern("\"added\" ?: ?2");
        assertThat(executed("statistics-of-series.xml"))
                .contains("2025-07-01,overall,", "2025-07-11,overall,", "\"meanDifference\"");
    }

    @Test
    void aProductBecomesALayer() throws IOException {
        Path zip = Files.createDirectories(data.resolve("import")).resolve("scene.zip");
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.list(ShippedData.SAMPLE_LAYERS.resolve("enmap"))) {
            for (Path file : files.toList()) {
                archive.putNextEntry(new ZipEntry("scene/" + file.getFileName()));
                Files.copy(file, archive);
            }
        }
        assertThat(executed("import.xml")).contains(">deepsalt:contract_guide_scene_2024<");
    }

    @Test
    void aModelIsComparedWithSamples() throws IOException {
        JsonNode report =
                JSON.readTree(client.post(Guide.request("evaluate.xml")).body());
        assertThat(report.at("/samples/used").asInt()).isGreaterThan(100);
    }

    /** The model of these tests is the one that {@code train.xml} asks for. */
    @Test
    void aModelIsTrained() {
        assertThat(client.get("request=Execute&identifier=deepsalt:DescribeModel&RawDataOutput=card&DataInputs=model="
                                + ContractHost.MODEL)
                        .body())
                .contains("Sample model, trained on synthetic data");
    }

    @Test
    void aScreeningModelIsTrained() throws IOException {
        Files.writeString(data.resolve("deepsalt/libraries/soils.csv"), VisNirLibrary.csv());
        String request = Guide.with(
                Guide.request("screening.xml"),
                "unlabelled=200",
                "laboratoryEpochs=1",
                "satelliteEpochs=1",
                "alignmentEpochs=1",
                "teacherEpochs=2",
                "studentEpochs=2");
        assertThat(succeeded(request)).contains(">first-look<", "A screening model");
    }

    /** The host has no process that takes a coverage, so the estimate within stands by itself. */
    @Test
    void theEstimateOfAChainIsExecuted() throws IOException {
        String request = Guide.request("chain.xml");
        int begin = request.indexOf("<wps:Execute", request.indexOf("<wps:Body>"));
        String estimate = request.substring(begin, request.indexOf("</wps:Body>"))
                .replaceFirst(
                        "<wps:Execute ",
                        "<wps:Execute xmlns:wps=\"http://www.opengis.net/wps/1.0.0\""
                                + " xmlns:ows=\"http://www.opengis.net/ows/1.1\" ");
        assertThat(client.post(estimate).body()).contains("ProcessSucceeded", "image/tiff");
    }

    private static String executed(String name) throws IOException {
        return succeeded(Guide.request(name));
    }

    /** The answer, or in the end the status where the request is one for the background. */
    private static String succeeded(String request) {
        String answer = client.post(request).body();
        boolean later = answer.contains("ProcessAccepted") || answer.contains("ProcessStarted");
        String end = later ? client.await(WpsClient.statusLocation(answer)) : answer;
        assertThat(end).contains("ProcessSucceeded");
        return end;
    }
}
