/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.geojson;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.jspecify.annotations.Nullable;

/** The features of a GeoJSON text. Immutable. */
final class GeoJsonText {
    /** A member that stands twice in an object refuses the text: nobody knows which is meant. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String what;
    private final JsonNode root;
    private final @Nullable CoordinateReferenceSystem crs;

    private GeoJsonText(String what, JsonNode root) {
        this.what = what;
        this.root = root;
        this.crs = GeoJsonCrs.of(root, null, what);
    }

    /**
     * Reads a file.
     *
     * @param what for messages, such as {@code samples 'x'}
     */
    static GeoJsonText read(String what, Path file) {
        try (InputStream bytes = RegularFile.stream(file)) {
            return new GeoJsonText(what, JSON.readTree(bytes));
        } catch (IOException e) {
            throw unreadable(what, e);
        }
    }

    /** Reads a text. */
    static GeoJsonText parse(String what, String text) {
        try {
            return new GeoJsonText(what, JSON.readTree(text));
        } catch (IOException e) {
            throw unreadable(what, e);
        }
    }

    private static DeepSaltException unreadable(String what, IOException e) {
        String why = e.getMessage();
        if (e instanceof StreamConstraintsException) {
            why = "it is nested too deeply or has a text or number that is too long";
        } else if (e instanceof JsonProcessingException json) {
            String where = json.getLocation() == null
                    ? ""
                    : "line " + json.getLocation().getLineNr() + ", column "
                            + json.getLocation().getColumnNr() + ": ";
            why = where
                    + (json instanceof JsonParseException
                            ? json.getOriginalMessage()
                                    .replaceAll("\\(for [^)]*\\)|: enable `[^`]*` to allow|`[^`]*`", "")
                            : "it goes on behind its end, or ends too early");
        }
        return new DeepSaltException(what + " cannot be read as GeoJSON: " + why + "; give a valid GeoJSON text", e);
    }

    /**
     * One feature.
     *
     * @param what for messages
     * @param id its own, or else its number
     * @param geometry as it stands there
     * @param crs that it or what it is part of names, null if none does
     * @param attributes its properties without those that are null
     */
    record Feature(
            String what,
            String id,
            JsonNode geometry,
            @Nullable CoordinateReferenceSystem crs,
            Map<String, Object> attributes) {}

    /** All features, in the order of the text: those of a collection, or the only one. */
    List<Feature> features() {
        String type = root.path("type").asText();
        List<Feature> features = new ArrayList<>();
        if (type.equals("Feature")) {
            features.add(feature(root, 1));
        } else if (type.equals("FeatureCollection") && root.path("features").isArray()) {
            for (JsonNode feature : root.path("features")) {
                features.add(feature(feature, features.size() + 1));
            }
        } else if (!type.equals("FeatureCollection")) {
            throw new DeepSaltException(what + " hold "
                    + (type.isEmpty() ? "an object without a type" : "a " + shown(type))
                    + ", wanted a GeoJSON FeatureCollection");
        }
        return features;
    }

    private Feature feature(JsonNode feature, int number) {
        String name = what + ": feature " + number;
        if (!feature.path("type").asText().equals("Feature")) {
            throw new DeepSaltException(
                    name + " has the type '" + shown(feature.path("type").asText()) + "', wanted Feature");
        }
        JsonNode geometry = feature.path("geometry");
        @Nullable CoordinateReferenceSystem own = GeoJsonCrs.of(geometry, GeoJsonCrs.of(feature, crs, name), name);
        return new Feature(
                name,
                feature.path("id").asText(String.valueOf(number)),
                geometry,
                own,
                attributes(feature.path("properties")));
    }

    /** The geometry of a text that is one, or of a text of one feature. */
    Feature geometry() {
        if (root.has("coordinates")) {
            return new Feature(what, "", root, crs, Map.of());
        }
        List<Feature> features = features();
        if (features.size() != 1) {
            throw new DeepSaltException(what + " holds " + features.size() + " features, wanted one");
        }
        return features.get(0);
    }

    private static String shown(String type) {
        return type.length() <= 40 ? type : type.substring(0, 40) + "...";
    }

    private static Map<String, Object> attributes(JsonNode properties) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            JsonNode value = property.getValue();
            if (!value.isNull()) {
                attributes.put(
                        property.getKey(),
                        value.isNumber()
                                ? value.numberValue()
                                : value.isTextual() ? value.textValue() : value.toString());
            }
        }
        return attributes;
    }
}
