/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepsalt.demohost.wms.WmsFixture.wholeMap;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsRequestBuilder;
import org.deepsalt.demohost.wms.request.WmsLimits;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.demohost.xml.XmlElement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WmsErrorsTest {
    @TempDir
    static Path folder;

    private static WmsFixture wms;

    @BeforeAll
    static void publish() throws Exception {
        wms = new WmsFixture(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "layers | nowhere | LayerNotDefined | there is no layer 'nowhere'",
                "layers | none | MissingParameterValue | parameter LAYERS is missing",
                "styles | fancy | StyleNotDefined | there is no style 'fancy'; layer 'ece_2024' has ece-classes,"
                        + " ece-ramp",
                "styles | sample-points | StyleNotDefined | style 'sample-points' does not draw images",
                "layers | MANY | InvalidParameterValue | LAYERS names 65 layers, wanted at most 64",
                "styles | a,b | StyleNotDefined | LAYERS names 1 layers and STYLES 2 styles",
                "crs | EPSG:0 | InvalidCRS | 'EPSG:0' is no known coordinate reference system",
                "crs | file:///etc | InvalidCRS | is no known coordinate reference system",
                "crs | none | MissingParameterValue | parameter CRS is missing",
                "format | image/bmp | InvalidFormat | wanted one of image/png, image/jpeg",
                "bbox | 1,2,3 | InvalidParameterValue | BBOX is '1,2,3', wanted minx,miny,maxx,maxy",
                "bbox | 5,0,1,1 | InvalidParameterValue | each minimum below its maximum",
                "bbox | a,b,c,d | InvalidParameterValue | BBOX is 'a,b,c,d'",
                "bbox | NaN,0,1,1 | InvalidParameterValue | BBOX is",
                "bbox | -1e308,0,1e308,1 | InvalidParameterValue | BBOX is",
                "width | 0 | InvalidParameterValue | WIDTH is '0', wanted a whole number from 1 to 4096",
                "width | 4097 | InvalidParameterValue | WIDTH is '4097'",
                "height | 1e3 | InvalidParameterValue | HEIGHT is '1e3'",
                "transparent | maybe | InvalidParameterValue | TRANSPARENT is 'maybe', wanted TRUE or FALSE",
                "bgcolor | red | InvalidParameterValue | BGCOLOR is 'red', wanted a colour such as 0xFFFFFF",
                "sld | http://x | OperationNotSupported | leave out the parameter sld",
                "sld_body | <a/> | OperationNotSupported | leave out the parameter sld_body",
                "env | x | InvalidParameterValue | wanted name:value pairs",
                "request | GetTile | OperationNotSupported | wanted GetCapabilities, GetMap",
                "request | none | MissingParameterValue | parameter REQUEST is missing"
            })
    void errorsSayWhatWasGotAndWanted(String parameter, String value, String code, String message) throws Exception {
        Map<String, String> request = wholeMap("version", "1.3.0", "srs", null, "crs", "EPSG:32612");
        String given = "MANY".equals(value) ? "a,".repeat(64) + "a" : value;
        OwsReply reply = wms.ask(WmsFixture.changed(request, parameter, given));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("text/xml");
        XmlElement report = SafeXml.read(WmsFixture.bytes(reply), "report");
        assertThat(report.namespace()).isEqualTo("http://www.opengis.net/ogc");
        assertThat(report.attribute("version")).contains("1.3.0");
        XmlElement error = report.child("ServiceException").orElseThrow();
        assertThat(error.attribute("code")).contains(code);
        assertThat(error.attribute("locator")).contains(parameter);
        assertThat(error.text()).contains(message);
    }

    @Test
    void theOlderVersionHasItsOwnDocumentAndCode() throws Exception {
        OwsReply reply = wms.ask(wholeMap("srs", "EPSG:0"));
        assertThat(reply.contentType()).startsWith("application/vnd.ogc.se_xml");
        assertThat(new String(WmsFixture.bytes(reply), StandardCharsets.UTF_8))
                .contains("<ServiceExceptionReport version=\"1.1.1\">")
                .contains("code=\"InvalidSRS\" locator=\"srs\"");
    }

    @ParameterizedTest
    @CsvSource({"i, 96", "j, -1", "i, x", "j, 1e1"})
    void aPlaceBesideTheMapIsRefused(String parameter, String value) throws Exception {
        Map<String, String> request = wholeMap(
                "version",
                "1.3.0",
                "srs",
                null,
                "crs",
                "EPSG:32612",
                "request",
                "GetFeatureInfo",
                "query_layers",
                WmsFixture.RESULT,
                "i",
                "1",
                "j",
                "1");
        assertThat(wms.text(WmsFixture.changed(request, parameter, value)))
                .contains("code=\"InvalidPoint\"")
                .contains("wanted a pixel of the map from 0 to 95");
    }

    @Test
    void tooMuchMemoryOrTimeIsRefused() throws Exception {
        WmsService small = new WmsService(wms.catalog(), new WmsLimits(4096, 1000, 60, 1));
        assertThat(ask(small, wholeMap())).contains("takes 36864 bytes, at most 1000 are allowed");
        WmsService hasty = new WmsService(wms.catalog(), new WmsLimits(4096, 1 << 20, 0, 1));
        assertThat(ask(hasty, wholeMap())).contains("drawing took longer than 0 seconds");
    }

    @Test
    void aPostedDocumentIsRefused() throws Exception {
        byte[] body = "<GetMap/>".getBytes(StandardCharsets.UTF_8);
        OwsRequest request = OwsRequestBuilder.builder()
                .method("POST")
                .endpoint("wms")
                .workspace(null)
                .parameters(new LinkedHashMap<>())
                .contentType("text/xml")
                .body(body)
                .baseUrl(WmsFixture.BASE)
                .asker("")
                .build();
        assertThat(new String(WmsFixture.bytes(wms.reply(request)), StandardCharsets.UTF_8))
                .contains("takes WMS requests as parameters");
    }

    private static String ask(WmsService service, Map<String, String> parameters) throws Exception {
        OwsReply reply = service.handle(OwsRequest.get(WmsFixture.BASE, "wms", parameters))
                .toCompletableFuture()
                .join();
        return new String(WmsFixture.bytes(reply), StandardCharsets.UTF_8);
    }
}
