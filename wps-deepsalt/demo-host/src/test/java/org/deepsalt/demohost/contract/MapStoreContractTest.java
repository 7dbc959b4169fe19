/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The requests that MapStore's WPS client sends (web/client/observables/wps of MapStore2, {@code execute.js}, {@code
 * common.js}, {@code describe.js}): operation and version in the query of a POST too, a document with many name spaces,
 * and a status that it asks for by the id that it cuts out of {@code statusLocation}. It reads an answer as a response
 * document only where the content type is {@code text/xml} or {@code application/xml} and nothing more.
 */
@Timeout(300)
class MapStoreContractTest {
    private static final String EXECUTE = """
            <?xml version="1.0" encoding="UTF-8"?><wps:Execute version="1.0.0" service="WPS"\
             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="http://www.opengis.net/wps/1.0.0"\
             xmlns:wfs="http://www.opengis.net/wfs" xmlns:wps="http://www.opengis.net/wps/1.0.0"\
             xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:gml="http://www.opengis.net/gml"\
             xmlns:ogc="http://www.opengis.net/ogc" xmlns:wcs="http://www.opengis.net/wcs/1.1.1"\
             xmlns:xlink="http://www.w3.org/1999/xlink"\
             xsi:schemaLocation="http://www.opengis.net/wps/1.0.0 http://schemas.opengis.net/wps/1.0.0/wpsAll.xsd">\
            <ows:Identifier>%s</ows:Identifier><wps:DataInputs>%s</wps:DataInputs>\
            <wps:ResponseForm><wps:ResponseDocument storeExecuteResponse="true" status="true">\
            <wps:Output%s><ows:Identifier>%s</ows:Identifier></wps:Output>\
            </wps:ResponseDocument></wps:ResponseForm></wps:Execute>""";

    private static ContractHost host;
    private static WpsClient client;

    @BeforeAll
    static void connect() {
        host = ContractHost.shared();
        client = new WpsClient(host.url());
    }

    @Test
    void anExecutionIsFollowedByItsId() {
        List<String> inputs =
                new ArrayList<>(List.of(input("enmap", "sample:enmap"), input("model", ContractHost.MODEL)));
        ContractHost.COVARIATES.forEach(covariate -> inputs.add(input("covariate", covariate)));
        String document = EXECUTE.formatted(
                "deepsalt:EstimateSalinity",
                String.join("", inputs),
                " mimeType=\"image/tiff\" asReference=\"true\"",
                "coverage");
        String end = follow(document);
        assertThat(end).contains("ProcessSucceeded").contains("Reference");
    }

    @Test
    void aRefusalIsAnAnswer() {
        String end =
                follow(EXECUTE.formatted("deepsalt:EstimateSalinity", input("enmap", "sample:nothing"), "", "report"));
        assertThat(end).containsAnyOf("ExceptionText").contains("sample:nothing");
    }

    @Test
    void descriptionsAreAskedForInCapitals() {
        WpsClient.Answer answer = client.fetch(host.url()
                + "/wps?service=WPS&version=1.0.0&REQUEST=DescribeProcess&IDENTIFIER=deepsalt:SalinityStatistics");
        assertThat(answer.body()).contains("ProcessDescription").contains("zoneName");
    }

    /** What MapStore ends with. */
    private static String follow(String document) {
        WpsClient.Answer answer = client.post("?service=WPS&version=1.0.0&REQUEST=Execute", document);
        assertThat(answer.type()).isIn("text/xml", "application/xml");
        String body = answer.body();
        while (body.contains("ProcessAccepted") || body.contains("ProcessStarted")) {
            String location = WpsClient.statusLocation(body);
            assertThat(location).contains("executionId=");
            String id = location.replaceFirst(".*executionId=", "").replaceFirst("&.*", "");
            body = client.fetch(
                            host.url() + "/wps?service=WPS&version=1.0.0&REQUEST=GetExecutionStatus&executionId=" + id)
                    .body();
        }
        return body;
    }

    private static String input(String name, String value) {
        return "<wps:Input><ows:Identifier>" + name + "</ows:Identifier><wps:Data><wps:LiteralData>" + value
                + "</wps:LiteralData></wps:Data></wps:Input>";
    }
}
