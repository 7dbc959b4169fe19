/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
                .doesNotContain("deepsalt:TrainModel<", "deepsalt:ImportEnmapScene<")
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
    void anEstimateIsTheInputOfAnotherProcess() {
        String estimate = WpsRequest.estimate().documentOf("coverage").replaceFirst("<\\?xml.*\\?>", "");
        WpsClient.Answer cropped = admin.post("""
                <wps:Execute version="1.0.0" service="WPS" xmlns:wps="http://www.opengis.net/wps/1.0.0"
                    xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink">
                  <ows:Identifier>ras:CropCoverage</ows:Identifier>
                  <wps:DataInputs>
                    <wps:Input><ows:Identifier>coverage</ows:Identifier>
                      <wps:Reference mimeType="image/tiff" xlink:href="http://geoserver/wps" method="POST">
                        <wps:Body>%s</wps:Body>
                      </wps:Reference>
                    </wps:Input>
                    <wps:Input><ows:Identifier>cropShape</ows:Identifier><wps:Data>
                      <wps:ComplexData mimeType="application/wkt">POLYGON((576600 4316000, 578000 4316000, 578000 \
                      4318000,
                        576600 4318000, 576600 4316000))</wps:ComplexData></wps:Data>
                    </wps:Input>
                  </wps:DataInputs>
                  <wps:ResponseForm><wps:RawDataOutput mimeType="image/tiff">
                    <ows:Identifier>result</ows:Identifier></wps:RawDataOutput></wps:ResponseForm>
                </wps:Execute>
                """.formatted(estimate));
        assertThat(cropped.type()).startsWith("image/tiff");
    }
}
