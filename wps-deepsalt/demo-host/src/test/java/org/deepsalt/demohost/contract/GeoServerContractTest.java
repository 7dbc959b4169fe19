/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What GeoServer has and the demo host lacks: users, chaining, tiles. Runs against a server that is given. */
@Timeout(300)
class GeoServerContractTest {
    private static ContractHost host;
    private static WpsClient admin;
    private static WpsClient nobody;

    @BeforeAll
    static void connect() {
        assumeTrue(ContractHost.isGiven(), "skipped: give a GeoServer with -Ddeepsalt.url");
        host = ContractHost.shared();
        admin = new WpsClient(host.url());
        nobody = new WpsClient(host.url(), Credentials.NOBODY);
    }

    @Test
    void nobodySeesOnlyWhatIsOpenToEverybody() {
        assertThat(nobody.get("request=GetCapabilities").body())
                .contains("deepsalt:ListModels<", "deepsalt:DescribeModel<", "deepsalt:SpectralProfile<")
                .doesNotContain("deepsalt:TrainModel<", "deepsalt:ImportEnmapScene<", "deepsalt:PublishBatch<")
                .doesNotContain(
                        "deepsalt:EstimateSalinity<", "deepsalt:SalinityStatistics<", "deepsalt:EvaluateModel<");
    }

    @Test
    void nobodyMayNotTrain() {
        assertThat(nobody.post(WpsRequest.execute("deepsalt:TrainModel")
                                .input("model", "mine")
                                .documentOf("report"))
                        .body())
                .contains("<ows:Exception ")
                .contains("Unknown process");
    }

    @Test
    void theStatusOfTheModuleSaysWhatItRunsOn() {
        assertThat(admin.fetch(host.url() + "/rest/about/status.html").body())
                .contains("DeepSalt")
                .contains("TensorFlow");
    }

    @Test
    void whatAdministratorsEditSurvivesAnOverwrite() throws IOException {
        WpsRequest request = WpsRequest.estimate()
                .input("layer", "deepsalt:" + ContractHost.layer("contract_edited"))
                .input("overwrite", "true");
        assertThat(admin.post(request.documentOf("published")).body()).contains(">deepsalt:contract_edited<");
        String coverage =
                host.url() + "/rest/workspaces/deepsalt/coveragestores/contract_edited/coverages/" + "contract_edited";
        String layer = host.url() + "/rest/layers/deepsalt:contract_edited";
        admin.put(coverage, "<coverage><title>By us</title></coverage>");
        admin.put(layer, "<layer><defaultStyle><name>ece-ramp</name></defaultStyle></layer>");
        admin.post(request.documentOf("published"));
        assertThat(json(coverage).at("/coverage/title").asText()).isEqualTo("By us");
        assertThat(json(layer).at("/layer/defaultStyle/name").asText()).isEqualTo("ece-ramp");
    }

    @Test
    void aRenamedLayerIsReplacedByItsNewNameAlone() {
        String stores = host.url() + "/rest/workspaces/deepsalt/coveragestores/contract_renamed";
        admin.delete(stores + "?recurse=true&purge=all");
        WpsRequest request = WpsRequest.estimate()
                .input("layer", "deepsalt:" + ContractHost.layer("contract_renamed"))
                .input("overwrite", "true");
        assertThat(admin.post(request.documentOf("published")).body()).contains(">deepsalt:contract_renamed<");
        admin.put(stores + "/coverages/contract_renamed", "<coverage><name>contract_now</name></coverage>");
        assertThat(admin.post(request.documentOf("published")).text())
                .contains("ProcessFailed")
                .contains("is called 'deepsalt:contract_now' now");
        WpsRequest renamed =
                WpsRequest.estimate().input("layer", "deepsalt:contract_now").input("overwrite", "true");
        assertThat(admin.post(renamed.documentOf("published")).body()).contains(">deepsalt:contract_now<");
    }

    @Test
    void theServicesOfAWorkspacePublishIntoItAndSeeItAlone() {
        WpsClient sample = new WpsClient(host.url() + "/sample");
        assertThat(sample.get("request=Execute&identifier=deepsalt:SpectralProfile&RawDataOutput=profile&DataInputs="
                                + "enmap%3Denmap;point%3D-110.1%2039.0")
                        .body())
                .contains("wavelength");
        assertThat(new WpsClient(host.url() + "/deepsalt")
                        .get("request=Execute&identifier=deepsalt:SpectralProfile&RawDataOutput=profile&DataInputs="
                                + "enmap%3Dsample:enmap;point%3D-110.1%2039.0")
                        .text())
                .contains("there is no layer 'sample:enmap' in workspace 'deepsalt'");
    }

    @Test
    void aRegionMayBeGeoJsonWithACrsMember() throws IOException {
        String polygon = """
                {"type": "Polygon", "crs": {"type": "name", "properties": {"name": "%s"}},
                 "coordinates": [[[577000, 4316000], [578000, 4316000], [578000, 4317000], [577000, 4316000]]]}""";
        assertThat(regional(polygon.formatted("urn:ogc:def:crs:EPSG::32612")))
                .contains("ProcessSucceeded")
                .contains("577000");
        assertThat(regional(polygon.formatted("nowhere")))
                .contains("has the crs")
                .doesNotContain("ProcessSucceeded");
    }

    @Test
    void datesMakeASeriesWithADimensionOfTime() {
        String name = "deepsalt:" + ContractHost.layer("contract_series");
        for (String day : new String[] {"2025-07-01", "2025-07-11", "2025-07-11"}) {
            WpsRequest request = WpsRequest.estimate().input("series", name).input("time", day);
            assertThat(admin.post(request.documentOf("published")).body()).contains(">" + name + "<");
        }
        String wms = host.url() + "/deepsalt/wms?service=WMS&version=1.3.0";
        assertThat(admin.fetch(wms + "&request=GetCapabilities").body())
                .contains("default=\"2025-07-11T00:00:00Z\"")
                .contains(">2025-07-01T00:00:00.000Z,2025-07-11T00:00:00.000Z<");
        String map = wms + "&request=GetMap&layers=" + name + "&styles=&crs=CRS:84&bbox=-110.13,38.97,-110.07,39.03"
                + "&width=64&height=64&format=image/png&time=";
        assertThat(admin.fetch(map + "2025-07-01").type()).startsWith("image/png");
        assertThat(admin.post(WpsRequest.execute("deepsalt:SalinityStatistics")
                                .input("ece", name)
                                .documentOf("table"))
                        .text())
                .contains("2025-07-01")
                .contains("2025-07-11");
    }

    private static String regional(String geoJson) {
        String document = WpsRequest.estimate().documentOf("report");
        return admin.post(document.replace("</wps:DataInputs>", """
                <wps:Input><ows:Identifier>region</ows:Identifier><wps:Data>
                <wps:ComplexData mimeType="application/json"><![CDATA[%s]]></wps:ComplexData></wps:Data></wps:Input>
                </wps:DataInputs>""".formatted(geoJson)))
                .text();
    }

    private static JsonNode json(String resource) throws IOException {
        return new ObjectMapper().readTree(admin.fetch(resource + ".json").body());
    }

    @Test
    void anEstimateIsTheInputOfAnotherProcess() throws IOException {
        WpsClient.Answer cropped = admin.post(Guide.request("chain.xml"));
        assertThat(cropped.type()).startsWith("image/tiff");
    }
}
