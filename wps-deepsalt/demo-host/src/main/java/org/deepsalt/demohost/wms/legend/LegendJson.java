/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.legend;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.style.ColorMap;
import org.deepsalt.demohost.style.MapStyle.StyleRule;
import org.deepsalt.demohost.style.PointSymbolizer;
import org.deepsalt.demohost.style.RasterSymbolizer;
import org.deepsalt.demohost.style.RasterSymbolizer.Channel;
import org.deepsalt.demohost.wms.paint.Drawing;
import org.jspecify.annotations.Nullable;

/** Legends as JSON, in the part of GeoServer's form that images and marks need. Stateless. */
public final class LegendJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private LegendJson() {}

    /** Writes the legend of a layer in a style. */
    public static OwsReply write(Drawing drawing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("Legend");
            json.writeStartObject();
            json.writeStringField("layerName", drawing.layer().name());
            json.writeStringField("title", drawing.style().title());
            json.writeArrayFieldStart("rules");
            for (StyleRule rule : drawing.style().rules()) {
                rule(json, rule);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("JSON could not be written to memory", e);
        }
        return OwsReply.of("application/json", bytes.toByteArray());
    }

    private static void rule(JsonGenerator json, StyleRule rule) throws IOException {
        json.writeStartObject();
        if (!rule.title().isEmpty()) {
            json.writeStringField("title", rule.title());
        }
        json.writeArrayFieldStart("symbolizers");
        json.writeStartObject();
        if (rule.symbolizer() instanceof RasterSymbolizer raster) {
            raster(json, raster);
        } else if (rule.symbolizer() instanceof PointSymbolizer point) {
            point(json, point);
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void raster(JsonGenerator json, RasterSymbolizer raster) throws IOException {
        json.writeObjectFieldStart("Raster");
        if (raster.colorMap() != null) {
            json.writeObjectFieldStart("colormap");
            json.writeStringField("type", raster.colorMap().type().name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("entries");
            for (ColorMap.Entry entry : raster.colorMap().entries()) {
                json.writeStartObject();
                json.writeStringField("label", entry.label());
                json.writeNumberField("quantity", entry.quantity());
                json.writeStringField("color", hex(entry.rgb()));
                json.writeNumberField("opacity", entry.opacity());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        channels(json, raster.channels());
        json.writeNumberField("opacity", raster.opacity());
        json.writeEndObject();
    }

    private static void channels(JsonGenerator json, List<Channel> channels) throws IOException {
        List<String> names = channels.size() == 1 ? List.of("gray") : List.of("red", "green", "blue");
        json.writeObjectFieldStart("channel-selection");
        for (int i = 0; i < names.size(); i++) {
            json.writeStringField(names.get(i), channels.get(i).band());
        }
        json.writeEndObject();
    }

    private static void point(JsonGenerator json, PointSymbolizer point) throws IOException {
        json.writeObjectFieldStart("Point");
        json.writeNumberField("size", point.size());
        json.writeArrayFieldStart("graphics");
        json.writeStartObject();
        json.writeStringField("mark", point.shape().name().toLowerCase(Locale.ROOT));
        color(json, "fill", point.fill());
        color(json, "stroke", point.stroke());
        json.writeNumberField("stroke-width", point.strokeWidth());
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void color(JsonGenerator json, String name, @Nullable Color color) throws IOException {
        if (color != null) {
            json.writeStringField(name, hex(color.getRGB() & 0xFFFFFF));
            json.writeNumberField(name + "-opacity", Math.round(color.getAlpha() / 2.55) / 100.0);
        }
    }

    private static String hex(int rgb) {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }
}
