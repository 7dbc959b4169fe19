/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.ShippedData;
import org.deepsalt.demohost.TestData;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.MetadataLink;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.publish.Publisher;
import org.deepsalt.demohost.publish.SeriesPublisher;
import org.deepsalt.demohost.wms.WmsService;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordServiceTest {
    private static final String BASE = "http://localhost:8080/geoserver";

    @TempDir
    Path folder;

    private Path directory;
    private Catalog catalog;

    @BeforeEach
    void open() throws Exception {
        directory = ShippedData.withoutSampleWorld(folder.resolve("data-directory"));
        catalog = Catalog.open(directory);
    }

    @Test
    void aLayerLinksToItsRecordAndTheLinkLeadsThere() throws Exception {
        publish("ece_2024", "<one/>");
        String link = BASE + "/deepsalt/ows?service=deepsalt&amp;version=1.0.0&amp;request=GetRecord"
                + "&amp;layer=deepsalt%3Aece_2024";
        assertThat(layer(capabilities("1.3.0"), "ece_2024"))
                .containsSubsequence(
                        "<BoundingBox",
                        "<MetadataURL type=\"ISO19115:2003\">",
                        "<Format>text/xml</Format>",
                        "xlink:href=\"" + link + "\"",
                        "</MetadataURL>",
                        "<Style>");
        assertThat(capabilities("1.1.1")).doesNotContain("MetadataURL");
        OwsReply reply = ask("deepsalt:ece_2024", "");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("text/xml;charset=UTF-8");
        assertThat(reply.headers()).containsEntry("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(text(reply)).isEqualTo("<one/>");
    }

    @Test
    void theRecordGoesWithItsLayer() throws Exception {
        publish("ece_2024", "<one/>");
        publish("ece_2024", "<two/>");
        assertThat(text(ask("ece_2024", ""))).isEqualTo("<two/>");
        publish("ece_2024", null);
        assertThat(capabilities("1.3.0")).doesNotContain("MetadataURL");
        assertThat(ask("ece_2024", "").status()).isEqualTo(404);
        try (var files = Files.list(directory.resolve("data/deepsalt/ece_2024"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void linksOfOthersStay() throws Exception {
        publish("ece_2024", "<one/>");
        Path coverage = directory.resolve("workspaces/deepsalt/ece_2024/ece_2024/coverage.xml");
        Files.writeString(coverage, Files.readString(coverage).replace("</metadataLinks>", """
                                <metadataLink><type>text/html</type><metadataType>TC211</metadataType>
                                <content>https://example.org/about?a=1&amp;b=2</content></metadataLink>
                                <metadataLink><type>text/html</type><metadataType>other</metadataType>
                                <content>javascript:alert(1)</content></metadataLink></metadataLinks>"""));
        catalog.reload();
        publish("ece_2024", "<two/>");
        assertThat(catalog.find("deepsalt:ece_2024").orElseThrow().info().links())
                .extracting(MetadataLink::content)
                .containsExactly(
                        "/deepsalt/ows?service=deepsalt&version=1.0.0&request=GetRecord&layer=deepsalt%3Aece_2024",
                        "https://example.org/about?a=1&b=2", "javascript:alert(1)");
        assertThat(capabilities("1.1.1"))
                .contains("<MetadataURL type=\"TC211\">", "https://example.org/about?a=1&amp;b=2")
                .doesNotContain("GetRecord", "javascript");
        assertThat(capabilities("1.3.0")).contains("GetRecord").doesNotContain("example.org", "javascript");
    }

    @Test
    void aSeriesHasARecordOfEachDateAndLinksToTheNewest() throws Exception {
        add("2025-08-01T10:20:30Z", "<august/>");
        add("2025-07-11T10:20:30Z", "<july/>");
        add("2025-09-01T10:20:30Z", null);
        assertThat(layer(capabilities("1.3.0"), "dates")).containsOnlyOnce("GetRecord&amp;layer=deepsalt%3Adates");
        assertThat(text(ask("deepsalt:dates", ""))).isEqualTo("<august/>");
        assertThat(text(ask("deepsalt:dates", "2025-07-11"))).isEqualTo("<july/>");
        assertThat(text(ask("deepsalt:dates", "2025-07-11T10:20:30.000Z"))).isEqualTo("<july/>");
        assertThat(ask("deepsalt:dates", "2025-09-01").status()).isEqualTo(404);
        OwsReply wrong = ask("deepsalt:dates", "../../security/masterpw.xml");
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(text(wrong)).contains("date is '../../security/masterpw.xml', wanted a day such as 2025-07-11");
        add("2025-07-11T10:20:30Z", "<again/>");
        assertThat(text(ask("deepsalt:dates", "2025-07-11"))).isEqualTo("<again/>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"deepsalt:nothing", "deepsalt:../../../global", "samples:ece_2024", "a", "%2e%2e/global.xml"})
    void whatIsNoLayerHasNoRecord(String name) throws Exception {
        publish("ece_2024", "<one/>");
        OwsReply reply = ask(name, "");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(text(reply)).doesNotContain(folder.toString());
    }

    @Test
    void otherOperationsAreRefused() {
        RecordService service = new RecordService(catalog);
        assertThatThrownBy(() -> service.handle(OwsRequest.get(BASE, "ows", Map.of("request", "GetCapabilities"))))
                .isInstanceOf(OwsException.class)
                .hasMessage("REQUEST is 'GetCapabilities', wanted GetRecord");
        assertThatThrownBy(() -> service.handle(OwsRequest.get(BASE, "ows", Map.of("request", "GetRecord"))))
                .hasMessageContaining("give layer, the name of a layer");
    }

    private void publish(String name, String record) throws Exception {
        Path map = TestData.result(Files.createTempDirectory(folder, "map").resolve("ece.tif"));
        new Publisher(catalog).publish(TestData.publication(name, true), files(map, record));
    }

    private void add(String time, String record) throws Exception {
        Path map = TestData.result(Files.createTempDirectory(folder, "map").resolve("ece.tif"));
        new SeriesPublisher(catalog)
                .add(
                        TestData.publication("dates", false),
                        false,
                        false,
                        files(map, record),
                        new Granule(Instant.parse(time), "0123456789ab"));
    }

    private static LayerFiles files(Path map, String record) throws Exception {
        Path file = record == null ? null : Files.writeString(map.resolveSibling("ece.iso.xml"), record);
        return new LayerFiles(map, null, file, List.of());
    }

    private OwsReply ask(String layer, String date) {
        Map<String, String> parameters = new HashMap<>(Map.of("request", "GetRecord", "layer", layer));
        parameters.put("date", date);
        return new RecordService(catalog)
                .handle(OwsRequest.get(BASE, "ows", parameters))
                .toCompletableFuture()
                .join();
    }

    private String capabilities(String version) {
        Map<String, String> parameters = Map.of("version", version, "request", "GetCapabilities");
        return text(new WmsService(catalog)
                .handle(OwsRequest.get(BASE, "wms", parameters))
                .toCompletableFuture()
                .join());
    }

    /** What a document says about a layer. */
    private static String layer(String document, String name) {
        String from = document.substring(document.indexOf("<Name>deepsalt:" + name + "</Name>"));
        return from.substring(0, from.indexOf("</Layer>"));
    }

    private static String text(OwsReply reply) {
        return new String(((OwsReply.Bytes) reply.body()).content(), StandardCharsets.UTF_8);
    }
}
