/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.deepsalt.demohost.Server;
import org.deepsalt.demohost.ShippedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a page of somebody else can make a real browser send to a host on the user's own machine. Each try asks for an
 * execution in the background, which would be listed if it was obeyed.
 */
@Tag("slow")
class OtherSitesTest {
    private static final String QUERY = "service=WPS&version=1.0.0&request=Execute&identifier=deepsalt:ListModels"
            + "&storeExecuteResponse=true&status=true&ResponseDocument=models";
    private static final String DOCUMENT = "<wps:Execute version='1.0.0' service='WPS'"
            + " xmlns:wps='http://www.opengis.net/wps/1.0.0' xmlns:ows='http://www.opengis.net/ows/1.1'>"
            + "<ows:Identifier>deepsalt:ListModels</ows:Identifier><wps:ResponseForm><wps:ResponseDocument"
            + " storeExecuteResponse='true' status='true'/></wps:ResponseForm></wps:Execute>";
    private static final String TRIES = """
            const [wps, query, body] = arguments;
            const done = arguments[arguments.length - 1];
            const tries = [];
            const post = (url, type, mode) => tries.push(
                fetch(url, {method: 'POST', mode, body, credentials: 'include', headers: {'Content-Type': type}}));
            for (const url of [wps, wps + '?request=GetCapabilities', wps + '?service=WMS&request=GetMap']) {
              post(url, 'text/plain', 'no-cors');
              post(url, 'application/x-www-form-urlencoded', 'no-cors');
              post(url, 'application/xml', 'cors');
            }
            tries.push(fetch(wps, {method: 'POST', mode: 'no-cors', body: new URLSearchParams(query)}));
            tries.push(fetch(wps + '?' + query, {mode: 'no-cors', referrerPolicy: 'no-referrer'}));
            tries.push(fetch(wps + '?' + query, {mode: 'no-cors', cache: 'reload'}));
            navigator.sendBeacon(wps, body);
            navigator.sendBeacon(wps + '?' + query);
            const element = (name, attributes) => {
              const one = Object.assign(document.createElement(name), attributes);
              tries.push(new Promise((resolve) => { one.onload = resolve; one.onerror = resolve; }));
              return document.body.appendChild(one);
            };
            element('img', {src: wps + '?' + query + '&a=1'});
            element('img', {src: wps + '?' + query + '&a=2', referrerPolicy: 'no-referrer'});
            element('script', {src: wps + '?' + query + '&a=3'});
            element('link', {rel: 'stylesheet', href: wps + '?' + query + '&a=4'});
            element('link', {rel: 'prefetch', href: wps + '?' + query + '&a=5'});
            element('iframe', {src: wps + '?' + query + '&a=6'});
            element('object', {data: wps + '?' + query + '&a=7'});
            let count = 0;
            for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
              for (const method of ['post', 'get']) {
                const frame = element('iframe', {name: 'frame' + count++});
                const form = document.createElement('form');
                Object.assign(form, {action: wps, method, enctype, target: frame.name});
                const fields = enctype === 'text/plain' && method === 'post'
                  ? [[body.replace(/=.*/s, ''), body.replace(/^[^=]*=/, '')]] : [...new URLSearchParams(query)];
                for (const [name, value] of fields) {
                  form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
                }
                document.body.append(form);
                form.submit();
              }
            }
            window.open(wps + '?' + query + '&a=8');
            Promise.race([Promise.allSettled(tries), new Promise((resolve) => setTimeout(resolve, 4000))])
                .then(() => setTimeout(() => done(tries.length), 1000));
            """;

    @TempDir
    static Path folder;

    private static Server server;
    private static String url;
    private static HttpServer other;
    private static MapPage page;

    @BeforeAll
    static void start() throws IOException {
        Path browser = OpenMapPage.program("chromium");
        Path driver = OpenMapPage.program("chromedriver");
        server = new Server(ShippedData.withoutSampleWorld(folder.resolve("data")));
        url = server.listen("127.0.0.1", 0, Set.of());
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] html = "<!doctype html><title>elsewhere</title><body></body>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        other.start();
        page = new MapPage(browser, driver, folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (page != null) {
            page.close();
        }
        if (other != null) {
            other.stop(0);
        }
        if (server != null) {
            server.close();
        }
    }

    /** Another port is another origin of the same site, another number another site. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void nothingIsExecutedForAPageOfAnotherOrigin(String name) {
        page.visit("http://" + name + ":" + other.getAddress().getPort() + "/");
        assertThat(page.later(TRIES, wps(), QUERY, DOCUMENT)).isEqualTo(25L);
        assertThat(executions()).contains("count=\"0\"");
    }

    /** The same tries are worth something: from the host's own page they are obeyed. */
    @Test
    void theOwnPageIsObeyed() {
        page.visit(url + "/www/deepsalt/probe.txt");
        Object answer = page.later("""
                const [wps, query, body] = arguments;
                const done = arguments[arguments.length - 1];
                fetch(wps, {method: 'POST', body, headers: {'Content-Type': 'text/plain'}})
                    .then((posted) => fetch(wps + '?' + query).then((got) => done(posted.status + ' ' + got.status)));
                """, wps(), QUERY, DOCUMENT);
        assertThat(answer).isEqualTo("200 200");
        assertThat(executions()).contains("count=\"2\"");
        for (String id : executions().split("JobID>", -1)) {
            if (id.matches("(?s)[0-9a-f-]{36}<.*")) {
                new WpsClient(url).get("request=Dismiss&executionId=" + id.substring(0, 36));
            }
        }
    }

    private static String wps() {
        return url + "/wps";
    }

    private static String executions() {
        assertThat(URI.create(url).getHost()).isEqualTo("localhost");
        return new WpsClient(url).get("request=GetExecutions").body();
    }
}
