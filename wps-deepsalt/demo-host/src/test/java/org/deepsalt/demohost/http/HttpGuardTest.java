/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered, and what can be had. */
class HttpGuardTest extends RunningHost {
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

    @Test
    void noAnswerTellsWhereTheHostKeepsItsFiles() throws Exception {
        host.close();
        Path place = Path.of("/srv/salt lake/data");
        host = HttpHost.start("localhost", 0, Set.of(), List.of(new Recorder("WMS")), List.of(place));
        assertThat(get("/wms?then=tell").body())
                .contains("'layers/a.tif' in 'the data directory'")
                .doesNotContain("salt lake");
    }

    private HttpResponse<String> fromOrigin(String path, String origin) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(host.url() + path))
                        .header("Origin", origin)
                        .build(),
                BodyHandlers.ofString());
    }
}
