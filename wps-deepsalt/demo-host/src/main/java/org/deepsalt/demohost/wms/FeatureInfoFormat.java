/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.wms.FeatureInfo.Found;
import org.deepsalt.demohost.wms.request.MapCrs;
import org.deepsalt.demohost.wms.request.WmsErrors;
import org.geotools.api.referencing.crs.GeographicCRS;

/** Formats of GetFeatureInfo answers, with the structure that GeoServer gives them. */
enum FeatureInfoFormat {
    JSON("application/json") {
        @Override
        OwsReply write(MapCrs crs, List<Found> found) {
            return OwsReply.of(type(), json(crs, found));
        }
    },
    TEXT("text/plain") {
        @Override
        OwsReply write(MapCrs crs, List<Found> found) {
            return OwsReply.of(type() + ";charset=UTF-8", text(found).getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int METRE_DECIMALS = 3;
    private static final int DEGREE_DECIMALS = 8;

    private final String type;

    FeatureInfoFormat(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    abstract OwsReply write(MapCrs crs, List<Found> found);

    static List<String> types() {
        return List.of(JSON.type, TEXT.type);
    }

    /** @throws OwsException if there is no such format */
    static FeatureInfoFormat of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("\\s*;.*", "");
        return switch (plain) {
            case "application/json", "application/geo+json", "json" -> JSON;
            case "text/plain" -> TEXT;
            default ->
                throw new OwsException(
                        WmsErrors.FORMAT,
                        "info_format",
                        "INFO_FORMAT is '" + text + "', wanted one of " + String.join(", ", types()));
        };
    }

    private static byte[] json(MapCrs crs, List<Found> found) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (Found one : found) {
                feature(json, crs, one);
            }
            json.writeEndArray();
            json.writeNumberField("numberReturned", found.size());
            crs(json, crs, found);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON could not be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private static void feature(JsonGenerator json, MapCrs crs, Found found) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", found.id());
        json.writeFieldName("geometry");
        if (found.place() == null) {
            json.writeNull();
        } else {
            int decimals = crs.crs() instanceof GeographicCRS ? DEGREE_DECIMALS : METRE_DECIMALS;
            json.writeStartObject();
            json.writeStringField("type", "Point");
            json.writeArrayFieldStart("coordinates");
            for (double coordinate : found.place()) {
                json.writeNumber(BigDecimal.valueOf(coordinate)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, Object> property : found.properties().entrySet()) {
            json.writeFieldName(property.getKey());
            value(json, property.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Number number) {
            json.writeNumber(plain(number));
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    /** The shortest decimal that stands for the number; whole numbers without a point. */
    private static String plain(Number number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : number.toString();
    }

    private static void crs(JsonGenerator json, MapCrs crs, List<Found> found) throws IOException {
        json.writeFieldName("crs");
        if (found.stream().allMatch(one -> one.place() == null)) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", "name");
        json.writeObjectFieldStart("properties");
        json.writeStringField("name", "urn:ogc:def:crs:" + crs.code().replace(":", "::"));
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String text(List<Found> found) {
        if (found.isEmpty()) {
            return "no features were found\n";
        }
        String line = "-".repeat(44) + "\n";
        StringBuilder text = new StringBuilder();
        Layer before = null;
        for (Found one : found) {
            if (one.layer() != before) {
                text.append("Results for layer '")
                        .append(one.layer().prefixedName())
                        .append("':\n");
                text.append(line);
                before = one.layer();
            }
            for (Map.Entry<String, Object> property : one.properties().entrySet()) {
                Object value = property.getValue();
                text.append(property.getKey())
                        .append(" = ")
                        .append(value instanceof Number number ? plain(number) : value)
                        .append('\n');
            }
            text.append(line);
        }
        return text.toString();
    }
}
