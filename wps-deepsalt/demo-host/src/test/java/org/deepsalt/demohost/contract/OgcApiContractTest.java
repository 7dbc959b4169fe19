/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The processes through GeoServer's community module for OGC API - Processes, where a server has it. */
@Timeout(300)
class OgcApiContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static WpsClient client;
    private static String processes;

    @BeforeAll
    static void connect() {
        assumeTrue(ContractHost.isGiven(), "skipped: give a GeoServer with -Ddeepsalt.url");
        ContractHost host = ContractHost.shared();
        client = new WpsClient(host.url());
        processes = host.url() + "/ogc/processes/v1/processes/deepsalt:";
        assumeTrue(
                client.fetch(processes + "ListModels?f=application/json").status() == 200,
                "skipped: this server has no OGC API - Processes");
    }

    private static JsonNode describe(String process) throws IOException {
        WpsClient.Answer answer = client.fetch(processes + process + "?f=application/json");
        assertThat(answer.status()).as(process).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DescribeModel",
                "EstimateSalinity",
                "EvaluateModel",
                "ImportEnmapScene",
                "ListModels",
                "PublishBatch",
                "SalinityStatistics",
                "SpectralProfile",
                "TrainModel"
            })
    void everyProcessIsDescribed(String process) throws IOException {
        assertThat(describe(process).path("outputs")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "estimate.json, EstimateSalinity",
        "estimate-geotiff.json, EstimateSalinity",
        "estimate-series.json, EstimateSalinity",
        "statistics.json, SalinityStatistics"
    })
    void theRequestsOfTheGuideNameWhatThereIs(String file, String process) throws IOException {
        JsonNode known = describe(process);
        JsonNode request = JSON.readTree(Guide.request("ogcapi/" + file));
        request.path("inputs")
                .fieldNames()
                .forEachRemaining(name ->
                        assertThat(known.path("inputs").has(name)).as(name).isTrue());
        request.path("outputs")
                .fieldNames()
                .forEachRemaining(name ->
                        assertThat(known.path("outputs").has(name)).as(name).isTrue());
    }

    @Test
    void anEstimateOfARegionIsPublishedAndHasItsStatistics() throws IOException {
        JsonNode outputs = execute("EstimateSalinity", "estimate.json");
        assertThat(outputs.path("published").asText()).isEqualTo("deepsalt:contract_guide_sample_ece");
        assertThat(outputs.at("/report/pixels/total").asInt()).isPositive().isLessThan(128 * 128);
        JsonNode statistics = execute("SalinityStatistics", "statistics.json");
        assertThat(statistics.at("/overall/validPixels").asInt())
                .isEqualTo(outputs.at("/report/pixels/estimated").asInt());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"type\": \"Feature\", \"bbox\": [-110.1, 38.9, -110.0, 39.1], \"geometry\": %s}",
                "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": \"Feature\", \"geometry\": %s}]}"
            })
    void aRegionMayBeBareGeoJson(String form) throws IOException {
        ObjectNode request = (ObjectNode) JSON.readTree(Guide.request("ogcapi/estimate.json"));
        ObjectNode inputs = (ObjectNode) request.path("inputs");
        String polygon = inputs.at("/region/value").toString();
        inputs.set("region", JSON.readTree(form.replace("%s", polygon)));
        JsonNode outputs = answer("EstimateSalinity", request.toString());
        assertThat(outputs.at("/report/inputs/region").asText()).startsWith("MULTIPOLYGON (((-110.115 38.985");
    }

    @Test
    void anEstimateOfADayGoesToASeries() throws IOException {
        JsonNode outputs = execute("EstimateSalinity", "estimate-series.json");
        assertThat(outputs.path("published").asText()).isEqualTo("deepsalt:contract_guide_sample_series");
    }

    @Test
    void anEstimateIsAGeoTiff() throws IOException {
        WpsClient.Answer answer = client.postJson(
                processes + "EstimateSalinity/execution", Guide.request("ogcapi/estimate-geotiff.json"));
        assertThat(answer.type()).startsWith("image/tiff");
        assertThat(answer.bytes()).startsWith('I', 'I', 42, 0);
    }

    /** The line that the guide prints. */
    @Test
    void curlExecutes(@TempDir Path folder) throws Exception {
        List<Guide.Block> blocks = Guide.blocks("sh").stream()
                .filter(block -> block.text().contains("/ogc/"))
                .toList();
        assertThat(blocks).hasSize(1);
        Path request = folder.resolve("docs/requests/ogcapi/estimate.json");
        Files.createDirectories(request.getParent());
        Files.writeString(request, Guide.request("ogcapi/estimate.json"));
        Credentials caller = Credentials.given();
        String line = Guide.fit(blocks.get(0).text())
                .replace("curl -u admin ", "curl -s -u " + caller.user() + ":" + caller.password() + " ");
        JsonNode outputs = JSON.readTree(Tool.run(folder, "bash", "-ec", line));
        assertThat(outputs.path("published").asText()).isEqualTo("deepsalt:contract_guide_sample_ece");
    }

    private static JsonNode execute(String process, String file) throws IOException {
        return answer(process, Guide.request("ogcapi/" + file));
    }

    private static JsonNode answer(String process, String request) throws IOException {
        WpsClient.Answer answer = client.postJson(processes + process + "/execution", request);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
