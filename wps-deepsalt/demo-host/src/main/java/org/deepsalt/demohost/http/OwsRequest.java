/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.http;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to an OGC service. Immutable.
 *
 * @param method GET or POST
 * @param endpoint last part of the path: {@code ows}, {@code wms} or {@code wps}
 * @param workspace the workspace in the path, null for the service of the whole catalog
 * @param parameters of the query and of a form; their names have no case, of equal names the first one counts
 * @param contentType of the body without its parameters, in lower case; empty if there is no body
 * @param body what was posted, empty for a GET or a form
 * @param baseUrl address under which the client sees this host, ending in {@code /geoserver}
 * @param asker network address of the client; this host knows nothing else of who asks
 */
@RecordBuilder
public record OwsRequest(
        String method,
        String endpoint,
        @Nullable String workspace,
        Map<String, String> parameters,
        String contentType,
        byte[] body,
        String baseUrl,
        String asker) {
    public OwsRequest {
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        parameters.forEach(sorted::putIfAbsent);
        parameters = Collections.unmodifiableMap(sorted);
    }

    /** A GET of the whole catalog's service, for callers without a web server. */
    public static OwsRequest get(String baseUrl, String endpoint, Map<String, String> parameters) {
        return OwsRequestBuilder.builder()
                .method("GET")
                .endpoint(endpoint)
                .workspace(null)
                .parameters(parameters)
                .contentType("")
                .body(new byte[0])
                .baseUrl(baseUrl)
                .asker("")
                .build();
    }

    /** A parameter's value without blanks around it; empty if it is absent or blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The parameters as one line of a log, whatever a client put into them. */
    public String forLog() {
        return parameters.toString().replaceAll("\\p{Cntrl}", " ");
    }

    /** Address of a service for the same workspace, such as {@code http://localhost:8080/geoserver/deepsalt/wms}. */
    public String address(String service) {
        return baseUrl + (workspace == null ? "" : "/" + workspace) + "/" + service;
    }
}
