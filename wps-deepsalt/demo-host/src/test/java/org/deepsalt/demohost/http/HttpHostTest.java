/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHostTest {
    private static final int BODY_LIMIT = 4 << 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<OwsRequest> seen = new AtomicReference<>();
    private HttpHost host;

    /** Notes what it gets and does what the parameter "then" says. */
    private final class Recorder implements OwsService {
        private final String name;

        private Recorder(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String operation(OwsRequest request) {
            return request.body().length > 0 ? "Execute" : OwsService.super.operation(request);
        }

        @Override
        public CompletionStage<OwsReply> handle(OwsRequest request) {
            seen.set(request);
            switch (request.parameter("then").orElse("")) {
                case "refuse" -> throw new OwsException("InvalidParameterValue", "then", "a < b");
                case "break" -> throw new IllegalStateException("secret detail");
                case "tell" ->
                    throw new OwsException(
                            "NoApplicableCode", null, "'/srv/salt lake/data/layers/a.tif' in '/srv/salt lake/data'");
                default -> {}
            }
            return CompletableFuture.completedFuture(
                    OwsReply.of("text/plain", (name + " " + request.endpoint()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @BeforeEach
    void start() {
        host = HttpHost.start("localhost", 0, Set.of(), List.of(new Recorder("WMS"), new Recorder("WPS")), List.of());
    }

    @AfterEach
    void stop() {
        host.close();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/www/deepsalt/../../../pom.xml",
                "/www/deepsalt/%2e%2e/%2e%2e/http/HttpHost.class",
                "/www/deepsalt/..%2f..%2fhttp%2fHttpHost.class",
                "/www/deepsalt/ol/../../../../META-INF/MANIFEST.MF",
                "/www/deepsalt/ol//etc/passwd.txt",
                "/www/deepsalt/ol/package.json/",
                "/www/deepsalt/ol",
                "/www/deepsalt/none.html",
                "/www/elsewhere.txt",
                "/rest/about"
            })
    void nothingElseCanBeHad(String path) throws Exception {
        assertThat(raw("GET /geoserver" + path, "localhost")).containsPattern("^HTTP/1.1 40[04] ");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "127.0.0.1:8080, 200",
        "evil.example.org, 400",
        "localhost.evil.example.org, 400",
        "local host, 400"
    })
    void onlyOurOwnNamesAreAnswered(String name, int status) throws Exception {
        assertThat(raw("GET /geoserver/wms", name)).startsWith("HTTP/1.1 " + status);
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

    @Test
    void pagesOfOthersMayReadButNotStartWork() throws Exception {
        assertThat(fromOrigin("/wps?request=Execute", "https://evil.example.org")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> reading = fromOrigin("/wps?request=GetCapabilities", "https://evil.example.org");
        assertThat(reading.statusCode()).isEqualTo(200);
        assertThat(reading.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        String own = host.url().replace("/geoserver", "");
        assertThat(fromOrigin("/wps?request=Execute", own).statusCode()).isEqualTo(200);
    }

    /** A service that is posted to obeys the body, and so must the guard. */
    @Test
    void aBodyIsGuardedByWhatItAsksFor() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(host.url() + "/wps?request=GetCapabilities"))
                        .header("Origin", "https://evil.example.org")
                        .POST(BodyPublishers.ofString("<Execute/>"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(seen.get()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 200", "none, 200"})
    void pagesOfTheSameSiteAreNotOurs(String site, int status) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(host.url() + "/wps?request=Execute"))
                        .header("Sec-Fetch-Site", site)
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void anAddressThatOthersReachNeedsItsNames() throws Exception {
        assertThatThrownBy(() -> HttpHost.start("0.0.0.0", 0, Set.of(), List.of(), List.of()))
                .hasMessageContaining("add --host with the name or number that clients type");
        assertThatThrownBy(() -> HttpHost.start("0.0.0.0", 0, Set.of("a b"), List.of(), List.of()))
                .hasMessageContaining("'a b' is no name of a host");
        host.close();
        host = HttpHost.start("0.0.0.0", 0, Set.of("Maps.example.org"), List.of(new Recorder("WMS")), List.of());
        assertThat(raw("GET /geoserver/wms", "maps.example.org")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /geoserver/wms", "localhost")).startsWith("HTTP/1.1 200");
        assertThat(raw("GET /geoserver/wms", "rebound.example.org")).startsWith("HTTP/1.1 400");
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

    /** Without TLS and on another machine browsers say nothing but which page asks, and that only to its own host. */
    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', , 403",
        "'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', http://evil.example.org/, 403",
        "'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', OWN, 200",
        "'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', OWN.evil.example.org/, 403",
        "'Mozilla/5.0 QGIS/33400/Linux', , 200",
        "'curl/8.0', , 200"
    })
    void aBrowserThatSaysNotWhoseItIsMustNameOurPage(String agent, String page, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host.url() + "/wps?request=Execute"))
                .header("User-Agent", agent);
        if (page != null) {
            request.header("Referer", page.replace("OWN", host.url().replace("/geoserver", "")));
        }
        assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(status);
    }

    @Test
    void noAnswerTellsWhereTheHostKeepsItsFiles() throws Exception {
        host.close();
        Path place = Path.of("/srv/salt lake/data");
        host = HttpHost.start("localhost", 0, Set.of(), List.of(new Recorder("WMS")), List.of(place));
        assertThat(get("/wms?then=tell").body())
                .contains("'layers/a.tif' in 'the data directory'")
                .doesNotContain("salt lake");
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(host.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> fromOrigin(String path, String origin) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(host.url() + path))
                        .header("Origin", origin)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(host.url() + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a request as it stands, which a proper client would not. */
    private String raw(String request, String name) throws IOException {
        URI address = URI.create(host.url());
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                OutputStream out = socket.getOutputStream()) {
            String text = request + " HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n";
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
