/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilitiesTest {
    @TempDir
    static Path folder;

    private static WmsFixture wms;

    @BeforeAll
    static void publish() throws Exception {
        wms = new WmsFixture(folder);
    }

    private static XmlElement capabilities(String version) throws Exception {
        return parse(wms.ask(Map.of("request", "GetCapabilities", "version", version)));
    }

    private static XmlElement parse(OwsReply reply) throws Exception {
        String text = new String(WmsFixture.bytes(reply), StandardCharsets.UTF_8);
        return SafeXml.read(text.replaceFirst("<!DOCTYPE [^>]*>", "").getBytes(StandardCharsets.UTF_8), "capabilities");
    }

    private static XmlElement layer(XmlElement capabilities, String name) {
        return capabilities.child("Capability", "Layer").orElseThrow().children("Layer").stream()
                .filter(layer -> layer.text("Name").orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static XmlElement box(XmlElement layer, String attribute, String code) {
        return layer.children("BoundingBox").stream()
                .filter(box -> box.attribute(attribute).orElse("").equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "1.3.0, WMS_Capabilities, 1.3.0",
        "1.1.1, WMT_MS_Capabilities, 1.1.1",
        "1.1.0, WMT_MS_Capabilities, 1.1.1",
        "2.0.0, WMS_Capabilities, 1.3.0"
    })
    void theVersionIsNegotiated(String asked, String root, String version) throws Exception {
        XmlElement capabilities = capabilities(asked);
        assertThat(capabilities.name()).isEqualTo(root);
        assertThat(capabilities.attribute("version")).contains(version);
    }

    @Test
    void theNewestVersionIsTheDefault() throws Exception {
        assertThat(parse(wms.ask(Map.of("request", "GetCapabilities"))).namespace())
                .isEqualTo("http://www.opengis.net/wms");
    }

    @Test
    void theServiceIsDescribedByTheDataDirectory() throws Exception {
        XmlElement service = capabilities("1.3.0").child("Service").orElseThrow();
        assertThat(service.text("Title")).contains("Soil salinity maps");
        assertThat(service.text("ContactInformation", "ContactPersonPrimary", "ContactOrganization"))
                .contains("DeepSalt");
        assertThat(service.text("MaxWidth")).contains("4096");
        assertThat(service.child("KeywordList").orElseThrow().children("Keyword"))
                .extracting(XmlElement::text)
                .containsExactly("soil salinity", "ECe", "EnMAP");
    }

    @Test
    void layersHaveTitlesPlacesAndStyles() throws Exception {
        XmlElement layer = layer(capabilities("1.3.0"), WmsFixture.RESULT);
        assertThat(layer.text("Title")).contains("Salinity <of> a test");
        assertThat(layer.text("Abstract")).contains("Known values & places");
        assertThat(layer.children("CRS"))
                .extracting(XmlElement::text)
                .containsExactly("EPSG:4326", "CRS:84", "EPSG:3857", "EPSG:32612");
        List<XmlElement> styles = layer.children("Style");
        assertThat(styles)
                .extracting(style -> style.text("Name").orElse(""))
                .containsExactly("ece-classes", "ece-ramp", "interval-width", "mask-reasons", "applicability");
        XmlElement legend = styles.get(0).child("LegendURL").orElseThrow();
        assertThat(Integer.parseInt(legend.attribute("width").orElseThrow())).isGreaterThan(100);
    }

    @Test
    void boundingBoxesFollowTheAxisOrderOfTheVersion() throws Exception {
        XmlElement newer = layer(capabilities("1.3.0"), WmsFixture.RESULT);
        XmlElement older = layer(capabilities("1.1.1"), WmsFixture.RESULT);
        assertThat(box(newer, "CRS", "EPSG:4326").attribute("minx").orElseThrow())
                .startsWith("39.7");
        assertThat(box(newer, "CRS", "CRS:84").attribute("minx").orElseThrow()).startsWith("-112.1");
        assertThat(box(older, "SRS", "EPSG:4326").attribute("minx").orElseThrow())
                .startsWith("-112.1");
        assertThat(box(newer, "CRS", "EPSG:32612").attribute("maxx")).contains("402880.0");
        assertThat(older.child("LatLonBoundingBox")
                        .orElseThrow()
                        .attribute("maxy")
                        .orElseThrow())
                .startsWith("39.74");
        assertThat(newer.text("EX_GeographicBoundingBox", "northBoundLatitude").orElseThrow())
                .startsWith("39.74");
    }

    @Test
    void aWorkspaceListsItsOwnLayersAtItsOwnAddress() throws Exception {
        OwsReply reply = wms.askWorkspace("sample", Map.of("request", "GetCapabilities", "version", "1.1.1"));
        String text = new String(WmsFixture.bytes(reply), StandardCharsets.UTF_8);
        assertThat(text)
                .contains("<Name>enmap</Name>", "<Name>ece_samples</Name>", WmsFixture.BASE + "/sample/wms?")
                .doesNotContain("ece_2024", "sample:enmap");
    }
}
