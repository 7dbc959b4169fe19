/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what the web server receives into requests, and replies into what it sends. Thread-safe. */
final class RequestHandler extends Handler.Abstract {
    private static final Logger LOGGER = LoggerFactory.getLogger(RequestHandler.class);
    private static final String METHODS = "GET, HEAD, POST, OPTIONS";
    private static final int BODY_LIMIT = 4 << 20;
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(60);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final InnerPaths paths;
    private final Origins origins;
    private final Dispatcher dispatcher;
    private final ReplyWriter writer = new ReplyWriter();
    private final StaticFiles files = new StaticFiles();

    RequestHandler(Origins origins, Dispatcher dispatcher, InnerPaths paths) {
        this.paths = paths;
        this.origins = origins;
        this.dispatcher = dispatcher;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        AtomicBoolean answered = new AtomicBoolean();
        // An execution may take longer than a connection may rest.
        request.addIdleTimeoutListener(timeout -> answered.get());
        answer(request).exceptionally(RequestHandler::failed).thenAccept(reply -> {
            answered.set(true);
            writer.send(request, response, paths.hide(reply), callback);
        });
        return true;
    }

    private CompletionStage<OwsReply> answer(Request request) {
        try {
            String baseUrl = origins.baseUrl(request);
            if (baseUrl == null) {
                return completedFuture(OwsReply.text(
                        400,
                        "this host does not answer to the name in the Host header: call it localhost, or start it"
                                + " with --host and that name"));
            }
            return switch (request.getMethod()) {
                case "OPTIONS" -> completedFuture(OwsReply.empty(204).withHeader("Allow", METHODS));
                case "GET", "HEAD", "POST" -> route(request, baseUrl, Request.getPathInContext(request));
                default ->
                    completedFuture(
                            OwsReply.text(405, "this host takes " + METHODS).withHeader("Allow", METHODS));
            };
        } catch (RuntimeException e) {
            return failedFuture(e);
        }
    }

    private CompletionStage<OwsReply> route(Request request, String baseUrl, String path) {
        Optional<ServicePath> service = ServicePath.parse(path);
        if (service.isPresent()) {
            return BodyReader.read(request, BODY_LIMIT, BODY_PATIENCE)
                    .thenCompose(body -> serve(request, baseUrl, service.get(), body));
        }
        if (path.startsWith(StaticFiles.PAGE)) {
            return completedFuture(files.find(path).orElseGet(RequestHandler::notFound));
        }
        if (path.matches("(/geoserver)?/?(web/?)?")) {
            String page = baseUrl + StaticFiles.PAGE.substring("/geoserver".length());
            return completedFuture(OwsReply.text(302, "see " + page).withHeader("Location", page));
        }
        return completedFuture(notFound());
    }

    private static OwsReply notFound() {
        return OwsReply.text(404, "there is nothing here; the map page is at " + StaticFiles.PAGE);
    }

    private CompletionStage<OwsReply> serve(Request request, String baseUrl, ServicePath path, byte[] body) {
        OwsRequest ows;
        try {
            ows = request(request, baseUrl, path, body);
        } catch (IllegalArgumentException e) {
            return completedFuture(OwsReply.text(400, "the query is not encoded as UTF-8 in percent signs"));
        }
        try {
            OwsService service = dispatcher.find(ows);
            if (service.changesState(ows) && origins.isForeign(request, baseUrl)) {
                return completedFuture(OwsReply.text(
                        403,
                        "a page of another site may not use " + service.name()
                                + " here: the demo host serves its own page alone, use a GeoServer for others"));
            }
            return dispatcher.handle(service, ows);
        } catch (OwsException e) {
            return completedFuture(OwsExceptionReport.of(e));
        }
    }

    private static OwsReply failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof RefusedBodyException refused) {
            return OwsReply.text(refused.status(), String.valueOf(refused.getMessage()))
                    .withHeader("Connection", "close");
        }
        LOGGER.error("a request failed", cause);
        return OwsReply.text(500, "the host met an error of its own; its log says more");
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
                .asker(Request.getRemoteAddr(request))
                .build();
    }

    private static void put(Map<String, String> parameters, Fields fields) {
        for (Fields.Field field : fields) {
            parameters.putIfAbsent(field.getName(), field.getValue());
        }
    }
}
