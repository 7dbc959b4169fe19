/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.jspecify.annotations.Nullable;

/** Turns what the web server receives into requests, and replies into what it sends. Thread-safe. */
final class RequestHandler extends Handler.Abstract {
    private static final String METHODS = "GET, HEAD, POST, OPTIONS";
    private static final int BODY_LIMIT = 4 << 20;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Origins origins;
    private final Dispatcher dispatcher;
    private final StaticFiles files = new StaticFiles();

    RequestHandler(Origins origins, Dispatcher dispatcher) {
        this.origins = origins;
        this.dispatcher = dispatcher;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            OwsReply reply = answer(request);
            send(response, reply);
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
        return true;
    }

    private OwsReply answer(Request request) throws IOException {
        String baseUrl = origins.baseUrl(request);
        if (baseUrl == null) {
            return OwsReply.text(
                    400,
                    "this host does not answer to the name in the Host header: call it localhost, or start it"
                            + " with --host and that name");
        }
        return switch (request.getMethod()) {
            case "OPTIONS" -> new OwsReply(204, null, Map.of("Allow", METHODS), out -> {});
            case "GET", "HEAD", "POST" -> route(request, baseUrl, Request.getPathInContext(request));
            default -> OwsReply.text(405, "this host takes " + METHODS).withHeader("Allow", METHODS);
        };
    }

    private OwsReply route(Request request, String baseUrl, String path) throws IOException {
        Optional<ServicePath> service = ServicePath.parse(path);
        if (service.isPresent()) {
            return serve(request, baseUrl, service.get());
        }
        if (path.startsWith(StaticFiles.PAGE)) {
            return files.find(path).orElseGet(RequestHandler::notFound);
        }
        if (path.matches("(/geoserver)?/?(web/?)?")) {
            String page = baseUrl + StaticFiles.PAGE.substring("/geoserver".length());
            return OwsReply.text(302, "see " + page).withHeader("Location", page);
        }
        return notFound();
    }

    private static OwsReply notFound() {
        return OwsReply.text(404, "there is nothing here; the map page is at " + StaticFiles.PAGE);
    }

    private OwsReply serve(Request request, String baseUrl, ServicePath path) throws IOException {
        byte[] body = body(request);
        if (body == null) {
            return OwsReply.text(413, "a request may have at most " + BODY_LIMIT + " bytes, this one has more");
        }
        OwsRequest ows;
        try {
            ows = request(request, baseUrl, path, body);
        } catch (IllegalArgumentException e) {
            return OwsReply.text(400, "the query is not encoded as UTF-8 in percent signs");
        }
        try {
            OwsService service = dispatcher.find(ows);
            if (service.changesState(ows) && origins.isForeign(request.getHeaders(), baseUrl)) {
                return OwsReply.text(
                        403,
                        "a page of another site may not use " + service.name()
                                + " here: the demo host serves its own page alone, use a GeoServer for others");
            }
            return dispatcher.handle(service, ows);
        } catch (OwsException e) {
            return OwsExceptionReport.of(e);
        }
    }

    /** Null where it is longer than a request may be. */
    private static byte @Nullable [] body(Request request) throws IOException {
        if (request.getLength() > 2 * BODY_LIMIT) {
            return null;
        }
        try (InputStream in = Request.asInputStream(request)) {
            byte[] body = in.readNBytes(BODY_LIMIT + 1);
            if (body.length <= BODY_LIMIT) {
                return body;
            }
            // A client that is answered while it still sends may meet a closed connection before it reads the answer.
            in.skip(BODY_LIMIT);
            return null;
        }
    }

    private static OwsRequest request(Request request, String baseUrl, ServicePath path, byte[] body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, Request.extractQueryParameters(request, StandardCharsets.UTF_8));
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        String plainType = type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean form = plainType.equals(FORM);
        if (form) {
            Fields fields = new Fields(true);
            UrlEncoded.decodeTo(new String(body, StandardCharsets.UTF_8), fields::add, StandardCharsets.UTF_8);
            put(parameters, fields);
        }
        String method = request.getMethod().equals("POST") ? "POST" : "GET";
        return OwsRequestBuilder.builder()
                .method(method)
                .endpoint(path.endpoint())
                .workspace(path.workspace())
                .parameters(parameters)
                .contentType(plainType)
                .body(form ? new byte[0] : body)
                .baseUrl(baseUrl)
                .build();
    }

    private static void put(Map<String, String> parameters, Fields fields) {
        for (Fields.Field field : fields) {
            parameters.putIfAbsent(field.getName(), field.getValue());
        }
    }

    private static void send(Response response, OwsReply reply) throws IOException {
        response.setStatus(reply.status());
        HttpFields.Mutable headers = response.getHeaders();
        if (reply.contentType() != null) {
            headers.put(HttpHeader.CONTENT_TYPE, reply.contentType());
        }
        reply.headers().forEach(headers::put);
        headers.put(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data: blob:;" + " style-src 'self' 'unsafe-inline'");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "SAMEORIGIN");
        headers.put("Referrer-Policy", "no-referrer");
        // Jetty keeps the body of an answer to HEAD to itself, but tells its length.
        try (OutputStream out = Content.Sink.asOutputStream(response)) {
            reply.body().writeTo(out);
        }
    }
}
