/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.standalone.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain HTTP, as curl has it. */
final class WpsClient {
    private static final Pattern STATUS = Pattern.compile("statusLocation=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;

    WpsClient(String url) {
        this.url = url;
    }

    /** An answer. */
    record Answer(int status, String type, byte[] bytes) {
        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Answer post(String document) {
        return send(HttpRequest.newBuilder(URI.create(url + "/wps"))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString(document)));
    }

    /** A GET of the WPS with this query. */
    Answer get(String query) {
        return fetch(url + "/wps?service=WPS&version=1.0.0&" + query);
    }

    Answer fetch(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request.timeout(Duration.ofMinutes(5)).build(), HttpResponse.BodyHandlers.ofByteArray());
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

    /** Asks for the status until the execution has ended. */
    String await(String statusLocation) {
        while (true) {
            String document = fetch(statusLocation).body();
            if (!document.contains("ProcessAccepted") && !document.contains("ProcessStarted")) {
                return document;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
