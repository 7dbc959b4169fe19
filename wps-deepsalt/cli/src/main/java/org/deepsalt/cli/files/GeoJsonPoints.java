/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.PointFeature;

/** Reads the points of a GeoJSON feature collection (RFC 7946: longitude and latitude in WGS 84). */
final class GeoJsonPoints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GeoJsonPoints() {}

    static List<PointFeature> read(Path file) {
        List<PointFeature> points = new ArrayList<>();
        try {
            for (JsonNode feature : JSON.readTree(file.toFile()).path("features")) {
                JsonNode geometry = feature.path("geometry");
                JsonNode at = geometry.path("coordinates");
                if (!geometry.path("type").asText().equals("Point") || at.size() < 2) {
                    throw new DeepSaltException("samples '" + file.getFileName() + "': feature " + (points.size() + 1)
                            + " is a " + geometry.path("type").asText("feature without geometry") + ", wanted a Point");
                }
                points.add(new PointFeature(
                        at.get(0).asDouble(), at.get(1).asDouble(), attributes(feature.path("properties"))));
            }
        } catch (IOException e) {
            throw new DeepSaltException(
                    "samples '" + file.getFileName() + "' cannot be read as GeoJSON: " + e.getMessage(), e);
        }
        if (points.isEmpty()) {
            throw new DeepSaltException("samples '" + file.getFileName()
                    + "' hold no features, wanted a GeoJSON FeatureCollection of points");
        }
        return points;
    }

    /** Properties of a feature, without those that are null. */
    static Map<String, Object> attributes(JsonNode properties) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            JsonNode value = property.getValue();
            if (!value.isNull()) {
                attributes.put(property.getKey(), value.isNumber() ? value.numberValue() : value.asText());
            }
        }
        return attributes;
    }
}
