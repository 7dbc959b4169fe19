/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.reflect.Type;
import java.util.Map;
import org.deepsalt.processes.geojson.BareGeoJson;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Lets requests of OGC API - Processes give a region as bare GeoJSON, which GeoServer's module answers with status 500.
 * Concerns DeepSalt's processes alone, and nothing where the module is missing. Thread-safe.
 */
@ControllerAdvice
public final class ExecuteRequestAdvice extends RequestBodyAdviceAdapter {
    /** Of the community module, which is no dependency. */
    private static final String REQUEST = "org.geoserver.ogcapi.v1.processes.ExecuteRequest";

    private static final String OURS = "deepsalt:";

    /** Bytes of a request; a longer one goes on as it came. */
    private static final int LONGEST = 1 << 24;

    @Override
    public boolean supports(
            MethodParameter parameter, Type target, Class<? extends HttpMessageConverter<?>> converter) {
        return target.getTypeName().equals(REQUEST) && process().startsWith(OURS);
    }

    /** The process that the path of the request in this thread names. */
    private static String process() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(
                                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                                        RequestAttributes.SCOPE_REQUEST)
                                instanceof Map<?, ?> variables
                        && variables.get("processId") instanceof String id
                ? id
                : "";
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type target,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        InputStream body = message.getBody();
        byte[] request = body.readNBytes(LONGEST);
        return new Message(
                message.getHeaders(),
                request.length < LONGEST
                        ? new ByteArrayInputStream(BareGeoJson.inValues(request))
                        : new SequenceInputStream(new ByteArrayInputStream(request), body));
    }

    private record Message(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
