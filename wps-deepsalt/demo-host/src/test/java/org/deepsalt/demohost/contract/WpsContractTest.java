/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WPS 1.0.0 as its clients use it. */
@Timeout(300)
class WpsContractTest {
    private static final Pattern REFERENCE = Pattern.compile("<wps:Reference[^>]*href=\"([^\"]+)\"");

    /** Without a number, GeoServer lists the first ten. */
    private static final String EXECUTIONS = "request=GetExecutions&maxFeatures=10000";

    private static ContractHost host;
    private static WpsClient client;

    @TempDir
    Path folder;

    @BeforeAll
    static void connect() {
        host = ContractHost.shared();
        client = new WpsClient(host.url());
    }

    @Test
    void capabilitiesListTheProcesses() {
        assertThat(client.get("request=GetCapabilities").body())
                .contains("<ows:Identifier>deepsalt:EstimateSalinity</ows:Identifier>")
                .contains("<ows:Identifier>deepsalt:TrainModel</ows:Identifier>")
                .contains("<ows:Identifier>deepsalt:EvaluateModel</ows:Identifier>")
                .contains("<ows:Identifier>deepsalt:ListModels</ows:Identifier>")
                .contains("<ows:Identifier>deepsalt:ImportEnmapScene</ows:Identifier>")
                .contains("<ows:Identifier>deepsalt:SpectralProfile</ows:Identifier>")
                .contains("<ows:Identifier>deepsalt:SalinityStatistics</ows:Identifier>")
                .contains("<ows:Identifier>deepsalt:DescribeModel</ows:Identifier>");
    }

    @Test
    void descriptionsCarryWhatTheAnnotationsSay() {
        String text = client.get("request=DescribeProcess&identifier=deepsalt:EstimateSalinity")
                .body();
        assertThat(text)
                .contains("<ows:Identifier>covariate</ows:Identifier>")
                .containsPattern("<Input [^>]*minOccurs=\"0\"[^>]*>\\s*<ows:Identifier>covariate<")
                .containsPattern("<Input [^>]*maxOccurs=\"64\"[^>]*>\\s*<ows:Identifier>covariate<")
                .containsPattern("<Input [^>]*minOccurs=\"1\"[^>]*>\\s*<ows:Identifier>enmap<")
                .containsPattern("<Input [^>]*maxOccurs=\"1\"[^>]*>\\s*<ows:Identifier>enmap<")
                .contains("<DefaultValue>0.9</DefaultValue>")
                .contains("<MimeType>image/tiff</MimeType>")
                .contains("<MimeType>application/json</MimeType>");
    }

    @Test
    void aSynchronousExecutionAnswersWithTheOutputs() {
        String text = client.post(WpsRequest.estimate().documentOf("report", "published"))
                .body();
        assertThat(text)
                .contains("<wps:ProcessSucceeded>")
                .contains("\"verdict\"")
                .contains("<ows:Identifier>published</ows:Identifier>");
    }

    @Test
    void rawOutputIsTheFileItself() throws IOException {
        WpsClient.Answer answer = client.post(WpsRequest.estimate().raw("coverage"));
        assertThat(answer.type()).startsWith("image/tiff");
        Path file = Files.write(folder.resolve("ece.tif"), answer.bytes());
        TiffFile tiff = TiffFile.open(file);
        tiff.requireWhole();
        assertThat(tiff.bands()).isEqualTo(7);
        assertThat(tiff.gdalMetadata().get("deepsalt_model")).hasValue(ContractHost.MODEL);
    }

    @Test
    void aGetWithKeyValuePairsWorksAlike() {
        StringBuilder inputs = new StringBuilder("enmap=sample:enmap;model=" + ContractHost.MODEL);
        for (String covariate : ContractHost.COVARIATES) {
            inputs.append(";covariate=").append(covariate);
        }
        String encoded = URLEncoder.encode(inputs.toString(), StandardCharsets.UTF_8);
        WpsClient.Answer answer = client.get(
                "request=Execute&identifier=deepsalt:EstimateSalinity&ResponseDocument=report&DataInputs=" + encoded);
        assertThat(answer.body()).contains("ProcessSucceeded").contains("\"process\" : \"deepsalt:EstimateSalinity\"");
    }

    @Test
    void anAsynchronousExecutionIsFollowedToItsOutputs() throws IOException {
        String accepted = client.post(WpsRequest.estimate().storedReferencesTo("coverage", "report"))
                .body();
        assertThat(accepted).containsAnyOf("ProcessAccepted", "ProcessStarted", "ProcessSucceeded");
        String done = client.await(WpsClient.statusLocation(accepted));
        assertThat(done).contains("ProcessSucceeded");
        Matcher reference = REFERENCE.matcher(done);
        assertThat(reference.find()).isTrue();
        WpsClient.Answer file = client.fetch(reference.group(1).replace("&amp;", "&"));
        assertThat(file.type()).startsWith("image/tiff");
        assertThat(TiffFile.open(Files.write(folder.resolve("ece.tif"), file.bytes()))
                        .bands())
                .isEqualTo(7);
    }

    @Test
    void aDismissedExecutionIsGone() throws IOException {
        String accepted = client.post(WpsRequest.execute("deepsalt:TrainModel")
                        .input("model", "never")
                        .input("ftir", "sample")
                        .input("enmap", "sample:enmap")
                        .input("samples", "sample:ece_samples")
                        .storedReferencesTo("report"))
                .body();
        String status = WpsClient.statusLocation(accepted);
        String id = status.replaceFirst(".*executionId=([^&]+).*", "$1");
        assertThat(client.awaitThat(() -> client.get(EXECUTIONS).body().contains(id)))
                .isTrue();
        String dismissed = client.get("request=Dismiss&executionId=" + id).body();
        assertThat(dismissed).contains("dismissed");
        assertThat(client.fetch(status).body()).contains("Unknown execution id");
        // The execution is gone when its process has noticed, within one training step.
        assertThat(client.awaitThat(() -> !client.get(EXECUTIONS).body().contains(id)))
                .isTrue();
        assertThat(client.get("request=Execute&identifier=deepsalt:ListModels&RawDataOutput=models")
                        .body())
                .doesNotContain("\"never\"");
    }

    @Test
    void aResultIsPublishedAsAStyledLayerAndRepublishedOnlyIfAllowed() {
        WpsRequest request = WpsRequest.estimate()
                .input("layer", ContractHost.layer("contract_ece"))
                .input("title", "A &lt;contract&gt; &amp; more")
                .input("overwrite", "true");
        assertThat(client.post(request.documentOf("published")).body())
                .contains("<wps:LiteralData>deepsalt:contract_ece</wps:LiteralData>");
        assertThat(client.fetch(host.url() + "/wms?service=WMS&version=1.3.0&request=GetCapabilities")
                        .body())
                .contains("<Name>deepsalt:contract_ece</Name>")
                .contains("A &lt;contract&gt; &amp; more");
        WpsClient.Answer map = client.fetch(host.url() + "/wms?service=WMS&version=1.1.1&request=GetMap&styles="
                + "&layers=deepsalt:contract_ece&srs=EPSG:4326&bbox=-110.12,38.98,-110.08,39.02&width=200&height=200"
                + "&format=image/png&transparent=true");
        assertThat(map.type()).startsWith("image/png");

        String again = client.post(
                        WpsRequest.estimate().input("layer", "contract_ece").documentOf("published"))
                .text();
        assertThat(again).contains("ProcessFailed").contains("there is a layer 'deepsalt:contract_ece'");
    }

    @Test
    void everyProblemOfARequestIsToldAtOnceAndNothingRemains() throws IOException {
        long before = files();
        String text = client.post(WpsRequest.execute("deepsalt:EstimateSalinity")
                        .input("enmap", "sample:nowhere")
                        .input("model", "none")
                        .input("layer", "a/b")
                        .documentOf("report"))
                .text();
        assertThat(text)
                .contains("ProcessFailed")
                .contains("there is no layer 'sample:nowhere'")
                .contains("there is no model 'none'")
                .contains("layer name 'a/b' is not possible");
        assertThat(files()).isEqualTo(before);
    }

    /** The demo host tells all at once, GeoServer the first that it finds. */
    @Test
    void unknownInputsAreAnExceptionReport() {
        String text = client.post(WpsRequest.execute("deepsalt:EstimateSalinity")
                        .input("enmapp", "sample:enmap")
                        .documentOf("report"))
                .body();
        assertThat(text).contains("<ows:Exception ").contains("enmapp").doesNotContain("ProcessSucceeded");
    }

    @Test
    void inputsOfTheWrongTypeAreAnExceptionReport() {
        String text = client.post(
                        WpsRequest.estimate().input("confidence", "much").documentOf("report"))
                .body();
        assertThat(text).contains("<ows:Exception ").contains("confidence").doesNotContain("ProcessSucceeded");
    }

    @Test
    void missingInputsAreAnExceptionReport() {
        String text = client.post(
                        WpsRequest.execute("deepsalt:EstimateSalinity").documentOf("report"))
                .body();
        assertThat(text).contains("<ows:Exception ").contains("enmap").doesNotContain("ProcessSucceeded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<wps:Execute",
                "not xml",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                "<Execute service='WPS' xmlns='http://www.opengis.net/wps/1.0.0'/>"
            })
    void brokenDocumentsAreAnExceptionReport(String document) {
        assertThat(client.post(document).body())
                .contains("ExceptionReport")
                .doesNotContain("root:")
                .doesNotContain("org.deepsalt");
    }

    @Test
    void addressesInInputsAreNotOpened() {
        String text = client.post("""
                        <wps:Execute version="1.0.0" service="WPS" xmlns:wps="http://www.opengis.net/wps/1.0.0"
                            xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
                          <ows:Identifier>deepsalt:EstimateSalinity</ows:Identifier>
                          <wps:DataInputs><wps:Input><ows:Identifier>enmap</ows:Identifier>
                            <wps:Reference xlink:href="http://localhost:1/secret"/></wps:Input></wps:DataInputs>
                        </wps:Execute>
                        """).body();
        assertThat(text).contains("<ows:Exception ").contains("enmap").doesNotContain("ProcessSucceeded");
    }

    @Test
    void aFileIsNoLayerOverHttp() {
        Path real = Path.of("../../sample-layers/covariates/soil.tif")
                .toAbsolutePath()
                .normalize();
        String text = client.post(WpsRequest.execute("deepsalt:EstimateSalinity")
                        .input("enmap", real.toString())
                        .input("model", ContractHost.MODEL)
                        .documentOf("report"))
                .text();
        assertThat(text).contains("ProcessFailed").contains("there is no layer");
    }

    @Test
    void anEvaluationIsJsonWithFiguresInGroups() throws IOException {
        WpsRequest request = WpsRequest.execute("deepsalt:EvaluateModel")
                .input("enmap", "sample:enmap")
                .input("model", ContractHost.MODEL)
                .input("samples", "sample:ece_samples");
        ContractHost.COVARIATES.forEach(covariate -> request.input("covariate", covariate));
        JsonNode report =
                new ObjectMapper().readTree(client.post(request.raw("report")).body());
        assertThat(report.at("/evaluation/overall/metrics/count").asInt()).isGreaterThan(100);
        assertThat(report.at("/evaluation/overall/intervals/coverage").asDouble())
                .isBetween(0.5, 1.0);
        assertThat(report.at("/evaluation/groups").findValuesAsText("by"))
                .containsExactly("salinity", "texture", "climate", "region", "applicability");
        assertThat(client.post(request.input("region", "nowhere").documentOf("report"))
                        .text())
                .contains("ProcessFailed")
                .contains("have no attribute 'nowhere'");
    }

    @Test
    void theCardOfAModelIsJson() {
        String card = client.get("request=Execute&identifier=deepsalt:DescribeModel&RawDataOutput=card&"
                        + "DataInputs=model%3D" + ContractHost.MODEL)
                .body();
        assertThat(card).contains("\"synthetic\" : true").contains("\"aligned\" : true");
        assertThat(client.get("request=Execute&identifier=deepsalt:DescribeModel&RawDataOutput=card&"
                                + "DataInputs=model%3Dx")
                        .text())
                .contains("ExceptionReport")
                .contains("there is no model 'x'");
    }

    /** Files of a server in this JVM outside its temporary folder. */
    private static long files() throws IOException {
        assumeTrue(host.data() != null, "the files of another server cannot be seen");
        try (Stream<Path> all = Files.walk(host.data())) {
            return all.filter(file -> !file.startsWith(host.data().resolve("temp")))
                    .count();
        }
    }
}
