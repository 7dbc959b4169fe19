/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wps;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.deepsalt.demohost.Settings;
import org.deepsalt.demohost.http.HttpHost;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsRequestBuilder;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Executions end only when they are let: the list of models waits for a latch. */
abstract class RunningWps {
    static final int RUNNING = 2;
    static final int WAITING = 20;
    static final String LIST = "service=WPS&version=1.0.0&request=Execute&identifier=deepsalt:ListModels";

    @TempDir
    Path folder;

    final CountDownLatch gate = new CountDownLatch(1);
    final HttpClient client = HttpClient.newHttpClient();
    ProcessRegistry processes;
    WpsService service;
    HttpHost host;

    @BeforeEach
    void start() {
        LayerCatalog catalog = (LayerCatalog) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {LayerCatalog.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("models");
                    gate.await();
                    return new ModelStore(folder.resolve("models"));
                });
        processes = new ProcessRegistry(catalog, Settings.processes());
        WpsSettings.Bounds bounds = new WpsSettings.Bounds(RUNNING, Duration.ofMinutes(1));
        service = new WpsService(
                processes,
                new WpsSettings(folder.resolve("wps"), bounds, bounds, WAITING, Duration.ofMinutes(1), 1 << 20),
                outputs -> {});
        host = HttpHost.start("localhost", 0, Set.of(), List.of(service), List.of(folder));
    }

    @AfterEach
    void stop() {
        gate.countDown();
        host.close();
        service.close();
        processes.close();
    }

    String posted(String document) {
        return text(OwsRequestBuilder.builder()
                .method("POST")
                .endpoint("wps")
                .workspace(null)
                .parameters(Map.of())
                .contentType("text/xml")
                .body(document.getBytes(StandardCharsets.UTF_8))
                .baseUrl("http://localhost/geoserver")
                .asker("")
                .build());
    }

    String text(String query, String asker) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            parameters.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return text(OwsRequestBuilder.builder(OwsRequest.get("http://localhost/geoserver", "wps", parameters))
                .asker(asker)
                .build());
    }

    String text(OwsRequest request) {
        try {
            OwsReply reply = service.handle(request).toCompletableFuture().join();
            return new String(((OwsReply.Bytes) reply.body()).content(), StandardCharsets.UTF_8);
        } catch (org.deepsalt.demohost.http.OwsException | CompletionException e) {
            return e instanceof org.deepsalt.demohost.http.OwsException refused
                    ? refused.code() + ": " + e.getMessage()
                    : String.valueOf(e.getCause());
        }
    }

    HttpRequest get(String query) {
        return HttpRequest.newBuilder(URI.create(host.url() + "/wps?" + query)).build();
    }
}
