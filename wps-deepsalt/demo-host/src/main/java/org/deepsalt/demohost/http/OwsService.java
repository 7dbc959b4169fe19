/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import java.util.concurrent.CompletionStage;

/** An OGC web service. Implementations are thread-safe: requests come from several threads at once. */
public interface OwsService {
    /** The service's name in upper case as the SERVICE parameter has it, such as {@code WMS}. */
    String name();

    /**
     * Answers a request, perhaps later; no thread of the web server waits for long. Errors of the request are answers
     * too, as the service's own exception document; whatever is thrown nevertheless becomes a bare OWS exception
     * report.
     */
    CompletionStage<OwsReply> handle(OwsRequest request);

    /**
     * The operation that a request asks for, empty if it names none: what {@link #handle} obeys, so that nobody guards
     * another one than is done.
     */
    default String operation(OwsRequest request) {
        return request.parameter("request").orElse("");
    }

    /**
     * Whether a request may do more than read. Such requests are refused when a browser sends them for a page of
     * somebody else, who could otherwise start work on the user's machine.
     */
    default boolean changesState(OwsRequest request) {
        return !operation(request).equalsIgnoreCase("GetCapabilities");
    }
}
