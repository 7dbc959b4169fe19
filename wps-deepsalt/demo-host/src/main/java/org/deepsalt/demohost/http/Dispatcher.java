/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.deepsalt.demohost.xml.SafeXml;
import org.deepsalt.model.DeepSaltException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the service that a request means, as GeoServer does: by the SERVICE parameter, by the root element of what was
 * posted, or by the path. Thread-safe.
 */
final class Dispatcher {
    private static final Logger LOGGER = LoggerFactory.getLogger(Dispatcher.class);
    private static final Pattern OGC_NAMESPACE = Pattern.compile("http://www\\.opengis\\.net/([a-z]+)(/.*)?");
    private static final String SERVICE = "service";

    private final Map<String, OwsService> services = new LinkedHashMap<>();

    Dispatcher(List<OwsService> services) {
        for (OwsService service : services) {
            this.services.put(service.name(), service);
        }
    }

    /**
     * The service for a request.
     *
     * @throws OwsException if the request names none or one that is not here
     */
    OwsService find(OwsRequest request) {
        String name = request.parameter(SERVICE)
                .or(() -> posted(request))
                .or(() -> Optional.of(request.endpoint()).filter(endpoint -> !endpoint.equals("ows")))
                .orElseThrow(() -> new OwsException(
                        "MissingParameterValue",
                        SERVICE,
                        "the request does not say which service it is for: add service="
                                + services.keySet().stream().findFirst().orElse("WMS")))
                .toUpperCase(Locale.ROOT);
        OwsService service = services.get(name);
        if (service == null) {
            throw new OwsException(
                    "InvalidParameterValue",
                    SERVICE,
                    "there is no service '" + name + "' here; there are " + String.join(", ", services.keySet()));
        }
        return service;
    }

    /** Lets a service answer; nothing that it throws, now or later, reaches the client but a report. */
    CompletionStage<OwsReply> handle(OwsService service, OwsRequest request) {
        try {
            return service.handle(request).exceptionally(error -> report(service, error));
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(report(service, e));
        }
    }

    private static OwsReply report(OwsService service, Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof OwsException refused) {
            return OwsExceptionReport.of(refused);
        } else if (cause instanceof DeepSaltException told) {
            return OwsExceptionReport.of(new OwsException("NoApplicableCode", null, told.getMessage(), told));
        }
        LOGGER.error("service {} failed", service.name(), cause);
        return OwsExceptionReport.of(new OwsException(
                "NoApplicableCode", null, "the server met an error of its own; its log says more", cause));
    }

    private static Optional<String> posted(OwsRequest request) {
        if (request.body().length == 0) {
            return Optional.empty();
        }
        XMLStreamReader root;
        try {
            root = SafeXml.stream(request.body(), "request");
        } catch (DeepSaltException e) {
            throw new OwsException("InvalidParameterValue", null, e.getMessage(), e);
        }
        String service = root.getAttributeValue(null, SERVICE);
        if (service != null) {
            return Optional.of(service);
        }
        Matcher namespace = OGC_NAMESPACE.matcher(
                Optional.ofNullable(root.getNamespaceURI()).orElse(""));
        return namespace.matches() ? Optional.of(namespace.group(1)) : Optional.empty();
    }
}
