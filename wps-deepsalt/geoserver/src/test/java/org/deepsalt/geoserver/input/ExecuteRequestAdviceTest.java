/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

class ExecuteRequestAdviceTest {
    private static final String VARIABLES = "org.springframework.web.servlet.HandlerMapping.uriTemplateVariables";

    private final ExecuteRequestAdvice advice = new ExecuteRequestAdvice();

    @AfterEach
    void forget() {
        RequestContextHolder.resetRequestAttributes();
    }

    private static Type type(String name) {
        return new Type() {
            @Override
            public String getTypeName() {
                return name;
            }
        };
    }

    private boolean supports(String target) {
        return advice.supports(mock(MethodParameter.class), type(target), ByteArrayHttpMessageConverter.class);
    }

    private static void request(String process) {
        RequestAttributes attributes = mock();
        when(attributes.getAttribute(VARIABLES, RequestAttributes.SCOPE_REQUEST))
                .thenReturn(Map.of("processId", process));
        RequestContextHolder.setRequestAttributes(attributes);
    }

    private byte[] read(byte[] body) throws IOException {
        HttpInputMessage message = new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return new ByteArrayInputStream(body);
            }

            @Override
            public HttpHeaders getHeaders() {
                return HttpHeaders.EMPTY;
            }
        };
        return advice.beforeBodyRead(
                        message, mock(MethodParameter.class), String.class, ByteArrayHttpMessageConverter.class)
                .getBody()
                .readAllBytes();
    }

    @Test
    void itConcernsExecuteRequestsOfOurProcessesAlone() {
        String execute = "org.geoserver.ogcapi.v1.processes.ExecuteRequest";
        assertThat(supports(execute)).isFalse();
        request("gs:Bounds");
        assertThat(supports(execute)).isFalse();
        request("deepsalt:EstimateSalinity");
        assertThat(supports(execute)).isTrue();
        assertThat(supports("org.geoserver.catalog.LayerInfo")).isFalse();
    }

    @Test
    void bareGeoJsonGoesIntoAValue() throws IOException {
        byte[] bare = "{\"inputs\":{\"region\":{\"type\":\"Polygon\"}}}".getBytes(StandardCharsets.UTF_8);
        assertThat(read(bare)).asString().isEqualTo("{\"inputs\":{\"region\":{\"value\":{\"type\":\"Polygon\"}}}}");
    }

    @Test
    void aLongRequestGoesOnAsItCame() throws IOException {
        byte[] start = "{\"inputs\":{\"region\":{\"type\":\"Polygon\"}}}".getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(start, (1 << 24) + 5);
        Arrays.fill(padded, start.length, padded.length, (byte) ' ');
        assertThat(Arrays.equals(read(padded), padded)).isTrue();
        byte[] shorter = Arrays.copyOf(padded, (1 << 24) - 1);
        assertThat(read(shorter)).asString().startsWith("{\"inputs\":{\"region\":{\"value\":");
    }
}
