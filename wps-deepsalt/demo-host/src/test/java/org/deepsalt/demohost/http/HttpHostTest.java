/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHostTest extends RunningHost {
    private static final int BODY_LIMIT = 4 << 20;

    @ParameterizedTest
    @CsvSource({
        "/wms?request=GetMap, WMS wms",
        "/ows?service=wps, WPS ows",
        "/ows?SERVICE=WMS&service=WPS, WMS ows",
        "/deepsalt/wps, WPS wps",
        "/wms?service=WPS, WPS wms"
    })
    void theServiceIsFoundAsGeoServerFindsIt(String path, String answer) throws Exception {
        assertThat(get(path).body()).isEqualTo(answer);
    }

    @Test
    void parametersHaveNoCaseAndTheWorkspaceIsKnown() throws Exception {
        get("/deepsalt/wms?LaYeRs=a%20b&STYLES=&format=%C4%B1");
        OwsRequest request = seen.get();
        assertThat(request.workspace()).isEqualTo("deepsalt");
        assertThat(request.parameter("layers")).contains("a b");
        assertThat(request.parameter("styles")).isEmpty();
        assertThat(request.parameter("FORMAT")).contains("ı");
        assertThat(request.address("wms")).isEqualTo(host.url() + "/deepsalt/wms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<wps:Execute service='WPS' xmlns:wps='http://www.opengis.net/wps/1.0.0'/>",
                "<?xml version='1.0'?><!-- x --><Execute xmlns='http://www.opengis.net/wps/1.0.0'/>"
            })
    void postedXmlNamesItsService(String xml) throws Exception {
        assertThat(post("/ows", "text/xml; charset=UTF-8", xml).body()).isEqualTo("WPS ows");
        assertThat(seen.get().method()).isEqualTo("POST");
        assertThat(seen.get().contentType()).isEqualTo("text/xml");
        assertThat(new String(seen.get().body(), StandardCharsets.UTF_8)).isEqualTo(xml);
    }

    @Test
    void formsAreParameters() throws Exception {
        post("/ows", "application/x-www-form-urlencoded", "service=WMS&layers=a+b");
        assertThat(seen.get().parameter("layers")).contains("a b");
        assertThat(seen.get().body()).isEmpty();
    }

    @Test
    void aDoctypeIsRefused() throws Exception {
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a service='WPS'>&x;</a>";
        assertThat(post("/ows", "text/xml", xml).body()).contains("DOCTYPE").contains("ExceptionReport");
        assertThat(seen.get()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/ows, MissingParameterValue, add service=WMS",
        "/ows?service=WFS, InvalidParameterValue, there is no service 'WFS' here; there are WMS",
        "/wms?then=refuse, InvalidParameterValue, a &lt; b"
    })
    void errorsAreExceptionReports(String path, String code, String text) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/xml;charset=UTF-8");
        assertThat(response.body()).contains("exceptionCode=\"" + code + "\"").contains(text);
    }

    @Test
    void errorsOfOurOwnShowNothing() throws Exception {
        assertThat(get("/wms?then=break").body())
                .contains("the server met an error of its own")
                .doesNotContain("secret")
                .doesNotContain("at org.");
    }

    @Test
    void tooLargeAPostIsRefused() throws Exception {
        HttpResponse<String> response = post("/wps", "text/xml", "<a>" + "x".repeat(BODY_LIMIT) + "</a>");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("at most " + BODY_LIMIT + " bytes");
        assertThat(seen.get()).isNull();
    }

    @Test
    void tooLargeAPostOfUnknownLengthIsRefused() throws Exception {
        byte[] body = new byte[BODY_LIMIT + 1];
        HttpRequest request = HttpRequest.newBuilder(URI.create(host.url() + "/wps"))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/geoserver", "/geoserver/", "/geoserver/web/"})
    void theRootLeadsToTheMapPage(String path) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(host.url().replace("/geoserver", path)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).contains(host.url() + "/www/deepsalt/");
    }

    @Test
    void staticFilesComeWithTypeAndPolicy() throws Exception {
        HttpResponse<String> library = get("/www/deepsalt/ol/dist/ol.js");
        assertThat(library.statusCode()).isEqualTo(200);
        assertThat(library.headers().firstValue("Content-Type")).contains("text/javascript;charset=UTF-8");
        assertThat(library.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'");
        assertThat(library.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get("/www/deepsalt/ol/ol.css").headers().firstValue("Content-Type"))
                .contains("text/css;charset=UTF-8");
        assertThat(get("/www/deepsalt/probe.txt").body()).isEqualTo("a file of the page\n");
    }

    @Test
    void methodsAreAnsweredSensibly() throws Exception {
        String head = raw("HEAD /geoserver/wms", "localhost");
        assertThat(head)
                .startsWith("HTTP/1.1 200")
                .contains("Content-Length: 7")
                .endsWith("\r\n\r\n");
        assertThat(raw("OPTIONS /geoserver/wms", "localhost"))
                .startsWith("HTTP/1.1 204")
                .contains("Allow: GET, HEAD, POST, OPTIONS")
                .doesNotContain("Access-Control");
        assertThat(raw("DELETE /geoserver/wms", "localhost")).startsWith("HTTP/1.1 405");
        assertThat(raw("TRACE /geoserver/wms", "localhost")).startsWith("HTTP/1.1 405");
    }

    /** As many as there are threads, and more: a byte now and then, and answers that are not read. */
    @Test
    void clientsThatDawdleKeepNobodyWaiting() throws Exception {
        URI address = URI.create(host.url());
        List<Socket> dawdlers = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(1024);
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
                String line = i % 2 == 0 ? "POST /geoserver/wms" : "GET /geoserver/www/deepsalt/ol/dist/ol.js";
                String length = i % 2 == 0 ? "Content-Length: 1000\r\n" : "";
                socket.getOutputStream()
                        .write((line + " HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                dawdlers.add(socket);
            }
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < dawdlers.size(); i += 2) {
                    dawdlers.get(i).getOutputStream().write(' ');
                }
                assertThat(client.sendAsync(
                                        HttpRequest.newBuilder(URI.create(host.url() + "/wms"))
                                                .build(),
                                        BodyHandlers.ofString())
                                .get(5, TimeUnit.SECONDS)
                                .body())
                        .isEqualTo("WMS wms");
            }
        } finally {
            for (Socket socket : dawdlers) {
                socket.close();
            }
        }
    }

    @Test
    void whatIsNoHttpIsAnsweredInASentence() throws Exception {
        assertThat(raw("GET /geoserver/wms?a=%ZZ\u0001", "localhost"))
                .startsWith("HTTP/1.1 400")
                .contains("the request is not understood: Bad Request")
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception");
    }

    @Test
    void anAddressInUseIsReported() {
        int port = URI.create(host.url()).getPort();
        assertThatThrownBy(() -> HttpHost.start("127.0.0.1", port, Set.of(), List.of(), List.of()))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("port " + port);
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(host.url() + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
