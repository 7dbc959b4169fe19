/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain HTTP, as curl has it. */
final class WpsClient {
    private static final Pattern STATUS = Pattern.compile("statusLocation=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;
    private final Credentials caller;

    WpsClient(String url) {
        this(url, Credentials.given());
    }

    WpsClient(String url, Credentials caller) {
        this.url = url;
        this.caller = caller;
    }

    /** An answer. */
    record Answer(int status, String type, byte[] bytes) {
        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The body with straight quotation marks, whichever the server has. */
        String text() {
            return body().replace('\u2018', '\'').replace('\u2019', '\'').replace("&apos;", "'");
        }
    }

    Answer post(String document) {
        return post("", document);
    }

    /** The same with a query, which begins with a question mark. */
    Answer post(String query, String document) {
        return send(HttpRequest.newBuilder(URI.create(url + "/wps" + query))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    /** A GET of the WPS with this query. */
    Answer get(String query) {
        return fetch(url + "/wps?service=WPS&version=1.0.0&" + query);
    }

    Answer postJson(String address, String document) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    Answer put(String address, String document) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/xml")
                .PUT(HttpRequest.BodyPublishers.ofString(document)));
    }

    Answer delete(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).DELETE());
    }

    Answer fetch(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(
                    caller.sign(request).timeout(Duration.ofMinutes(5)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            return new Answer(response.statusCode(), type, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Address of the status of a stored execution. */
    static String statusLocation(String document) {
        Matcher matcher = STATUS.matcher(document);
        if (!matcher.find()) {
            throw new AssertionError("no statusLocation in " + document);
        }
        return matcher.group(1).replace("&amp;", "&");
    }

    /** Whether something comes true within half a minute. */
    boolean awaitThat(BooleanSupplier truth) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!truth.getAsBoolean() && System.nanoTime() < end) {
            pause();
        }
        return truth.getAsBoolean();
    }

    /** Asks for the status until the execution has ended. */
    String await(String statusLocation) {
        while (true) {
            String document = fetch(statusLocation).body();
            if (!document.contains("ProcessAccepted") && !document.contains("ProcessStarted")) {
                return document;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
