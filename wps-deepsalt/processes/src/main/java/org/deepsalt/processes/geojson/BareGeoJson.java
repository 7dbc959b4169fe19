/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.geojson;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * Puts GeoJSON among the inputs of an execute request of OGC API - Processes into a {@code value}, where the standard
 * wants objects (OGC 18-062r2, schema {@code inlineOrRefData}) and many clients do not put it. Stateless.
 */
public final class BareGeoJson {
    /** Escapes make the result the same in every charset that clients announce; decimals keep numbers as given. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** RFC 7946, section 1.4. */
    private static final Set<String> TYPES = Set.of(
            "Point",
            "MultiPoint",
            "LineString",
            "MultiLineString",
            "Polygon",
            "MultiPolygon",
            "GeometryCollection",
            "Feature",
            "FeatureCollection");

    private BareGeoJson() {}

    /**
     * The request as the standard has it.
     *
     * @param request JSON in UTF-8, UTF-16 or UTF-32
     * @return in ASCII; the given array itself if no input is bare GeoJSON, or if the request is no JSON, which is for
     *     its reader to say
     */
    public static byte[] inValues(byte[] request) {
        try {
            JsonNode root = JSON.readTree(request);
            return wrap(root.path("inputs")) ? JSON.writeValueAsBytes(root) : request;
        } catch (IOException e) {
            return request;
        }
    }

    private static boolean wrap(JsonNode inputs) {
        boolean wrapped = false;
        for (Map.Entry<String, JsonNode> input : inputs.properties()) {
            if (isBare(input.getValue())) {
                ObjectNode qualified = JSON.createObjectNode();
                input.setValue(qualified.set("value", input.getValue()));
                wrapped = true;
            }
        }
        return wrapped;
    }

    private static boolean isBare(JsonNode input) {
        return TYPES.contains(input.path("type").asText()) && !input.has("value") && !input.has("href");
    }
}
