/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.deepsalt.model.CancelledException;
import org.jspecify.annotations.Nullable;

/** A host and how it is talked to. Thread-safe. */
public final class Target {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG_PATIENCE = Duration.ofMinutes(10);
    private static final int SHOWN = 4000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String url;
    private final @Nullable String authorization;
    private final @Nullable Path data;
    private final String model;

    /**
     * A host.
     *
     * @param url of the services, ending in {@code /geoserver}
     * @param credentials user and password with a colon between, null for none
     * @param data its data directory, null if it cannot be seen from here
     * @param model id of a model of the host, trained with the covariates of the sample world
     */
    public Target(String url, @Nullable String credentials, @Nullable Path data, String model) {
        this.url = url;
        this.authorization = credentials == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        this.data = data;
        this.model = model;
    }

    /** Address of the services, ending in {@code /geoserver}. */
    public String url() {
        return url;
    }

    /** The data directory, where it can be seen from here. */
    public Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    /** Id of a model of the host. */
    public String model() {
        return model;
    }

    /** Whether it is a demo host; else it is taken for a GeoServer. */
    public boolean isDemoHost() {
        return get("/wps?service=WPS&request=GetCapabilities").text().contains("DeepSalt demo host");
    }

    /** Value of the header that says who asks, for requests that are written by hand. */
    public Optional<String> authorization() {
        return Optional.ofNullable(authorization);
    }

    /** A GET below the services' address; the query must be encoded. */
    public Answer get(String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(url + pathAndQuery)), "GET " + pathAndQuery);
    }

    /** A GET of the WPS. */
    public Answer wps(String query) {
        return get("/wps?service=WPS&version=1.0.0&" + query);
    }

    /** A POST of a document to the WPS. */
    public Answer post(byte[] document) {
        return post("/wps", "text/xml", document);
    }

    /** A POST of a document to the WPS. */
    public Answer post(String document) {
        return post(document.getBytes(StandardCharsets.UTF_8));
    }

    /** A POST of a document whose execution may take minutes. */
    public Answer patient(String document) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/wps"))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString(document));
        return send(request, document, LONG_PATIENCE);
    }

    /** A POST of anything. */
    public Answer post(String pathAndQuery, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + pathAndQuery))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        String shown = new String(body, 0, Math.min(SHOWN, body.length), StandardCharsets.UTF_8);
        return send(request, "POST " + pathAndQuery + " " + String.join(" ", headers) + "\n" + shown);
    }

    private Answer send(HttpRequest.Builder request, String shown) {
        return send(request, shown, PATIENCE);
    }

    private Answer send(HttpRequest.Builder request, String shown, Duration patience) {
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        String what = shown.length() > SHOWN ? shown.substring(0, SHOWN) : shown;
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    System.nanoTime() - start,
                    what);
        } catch (HttpTimeoutException e) {
            return failed(Answer.NONE, e, start, what);
        } catch (IOException e) {
            return failed(Answer.CLOSED, e, start, what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static Answer failed(int status, IOException e, long start, String what) {
        byte[] why = String.valueOf(e).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, "", why, System.nanoTime() - start, what);
    }
}
