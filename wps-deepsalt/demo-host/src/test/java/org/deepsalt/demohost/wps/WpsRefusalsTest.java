/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WpsRefusalsTest extends RunningWps {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "request=GetCapabilities&AcceptVersions=2.0.0             | VersionNegotiationFailed",
                "request=GetCapabilities&AcceptVersions=2.0.0,1.0.0       | wps:Capabilities",
                "request=GetCapabilities&AcceptVersions=                  | wps:Capabilities",
                "request=GetCapabilities                                  | wps:Capabilities",
                "request=DescribeProcess&identifier=all&version=2.0.0     | InvalidParameterValue",
                "request=DescribeProcess&identifier=all&version=1.0.0     | ProcessDescription",
                "request=Execute&identifier=deepsalt:ListModels&version=2 | InvalidParameterValue"
            })
    void otherVersionsAreRefused(String query, String wanted) {
        assertThat(text(query, "")).contains(wanted);
    }

    @Test
    void documentsOfOtherVersionsAreRefused() {
        String space = " xmlns:wps='http://www.opengis.net/wps/1.0.0' xmlns:ows='http://www.opengis.net/ows/1.1'";
        String negotiated = "<wps:GetCapabilities" + space + "><wps:AcceptVersions><ows:Version>%s</ows:Version>"
                + "</wps:AcceptVersions></wps:GetCapabilities>";
        assertThat(posted(negotiated.formatted("2.0.0"))).contains("VersionNegotiationFailed");
        assertThat(posted(negotiated.formatted("1.0.0"))).contains("wps:Capabilities");
        assertThat(posted(execute("<wps:RawDataOutput/>").replace("<wps:Execute", "<wps:Execute version='2.0.0'")))
                .contains("InvalidParameterValue")
                .contains("2.0.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request=DescribeProcess&identifier=all,all",
                "request=DescribeProcess&identifier=ListModels,ListModels",
                "request=Execute&identifier=ListModels&ResponseDocument=models;models"
            })
    void nothingIsAnsweredTwice(String query) {
        assertThat(text(query, ""))
                .contains("InvalidParameterValue")
                .containsAnyOf("is given twice", "is asked for twice");
    }

    @Test
    void smallDocumentsThatAskForMuchAreRefusedWithinASecondOfAProcessor() {
        String outputs = "<wps:Output><ows:Identifier>models</ows:Identifier></wps:Output>".repeat(20_000);
        assertThat(quickly(execute("<wps:ResponseDocument>" + outputs + "</wps:ResponseDocument>")))
                .contains("asked for twice");
        StringBuilder spaces = new StringBuilder("<x");
        for (int i = 0; i < 80_000; i++) {
            spaces.append(" xmlns:a").append(i).append("='u'");
        }
        assertThat(quickly(spaces.append("/>").toString())).contains("name spaces");
        assertThat(quickly("<a>".repeat(60_000) + "</a>".repeat(60_000))).contains("not well-formed");
        String input = "<wps:Input><ows:Identifier>x</ows:Identifier><wps:Data><a>1</a></wps:Data></wps:Input>";
        assertThat(quickly(execute("")
                        .replace(
                                "<wps:ResponseForm>",
                                "<wps:DataInputs>" + input.repeat(20_000) + "</wps:DataInputs><wps:ResponseForm>")))
                .contains("gives 20000 inputs, wanted at most 0");
        assertThat(quickly("<wps:DescribeProcess xmlns:wps='http://www.opengis.net/wps/1.0.0'>"
                        + "<Identifier>all</Identifier>".repeat(20_000) + "</wps:DescribeProcess>"))
                .contains("given twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"request=GetCapabilities&AcceptVersions=2.0.0", "request=GetCapabilities&AcceptVersions=2.0.0,3"
            })
    void noOtherVersionIsNegotiated(String query) {
        assertThat(text(query, "")).startsWith("VersionNegotiationFailed").contains("speaks version 1.0.0");
        assertThat(text(query + ",1.0.0", "")).contains("wps:Capabilities");
        assertThat(posted("<GetCapabilities xmlns='http://www.opengis.net/wps/1.0.0'><AcceptVersions><Version>2.0.0"
                        + "</Version></AcceptVersions></GetCapabilities>"))
                .startsWith("VersionNegotiationFailed");
    }

    @Test
    void aRequestOfAnotherVersionIsRefused() {
        for (String operation : List.of("DescribeProcess&identifier=all", "Execute&identifier=ListModels")) {
            assertThat(text("version=2.0.0&request=" + operation, "")).contains("version '2.0.0', wanted 1.0.0");
        }
        assertThat(posted(execute("").replaceFirst("<wps:Execute", "<wps:Execute version='2.0.0'")))
                .contains("wanted 1.0.0");
    }

    @Test
    void aRefusalRepeatsNoMoreThanAPageOfTheRequest() throws Exception {
        String document = execute("").replace("deepsalt:ListModels", "x".repeat(100_000));
        HttpRequest request = HttpRequest.newBuilder(URI.create(host.url() + "/wps"))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(document))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).body())
                .contains("there is no process 'xxx", "characters more")
                .hasSizeLessThan(6000);
    }

    private String quickly(String document) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        String answer = posted(document);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(1));
        return answer;
    }

    private static String execute(String form) {
        return "<wps:Execute xmlns:wps='http://www.opengis.net/wps/1.0.0' xmlns:ows='http://www.opengis.net/ows/1.1'>"
                + "<ows:Identifier>deepsalt:ListModels</ows:Identifier><wps:ResponseForm>" + form
                + "</wps:ResponseForm></wps:Execute>";
    }
}
