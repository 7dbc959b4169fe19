/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A host of its own for each test, whose services note what they get. */
abstract class RunningHost {
    final HttpClient client = HttpClient.newHttpClient();

    final AtomicReference<OwsRequest> seen = new AtomicReference<>();

    HttpHost host;

    /** Notes what it gets and does what the parameter "then" says. */
    final class Recorder implements OwsService {
        private final String name;

        Recorder(String name) {
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

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(host.url() + path)).build(), BodyHandlers.ofString());
    }

    /** Sends a request as it stands, which a proper client would not. */
    String raw(String request, String name) throws IOException {
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
