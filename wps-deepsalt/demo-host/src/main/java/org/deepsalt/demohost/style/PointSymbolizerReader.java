/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.awt.Color;
import java.util.Locale;
import java.util.Set;
import org.deepsalt.demohost.style.PointSymbolizer.Shape;
import org.deepsalt.demohost.xml.XmlElement;

/** Reads a {@code PointSymbolizer} with one well-known mark. Errors are IllegalArgumentExceptions with a sentence. */
final class PointSymbolizerReader {
    private static final String DEFAULT_SIZE = "6";

    private final SldWarnings warnings;

    PointSymbolizerReader(SldWarnings warnings) {
        this.warnings = warnings;
    }

    PointSymbolizer read(XmlElement symbolizer) {
        warnings.addUnknown(symbolizer, Set.of("Geometry", "Graphic"));
        XmlElement graphic = symbolizer
                .child("Graphic")
                .orElseThrow(() -> new IllegalArgumentException("a PointSymbolizer has no Graphic"));
        warnings.addUnknown(graphic, Set.of("Mark", "Size", "Opacity"));
        XmlElement mark =
                graphic.child("Mark").orElseThrow(() -> new IllegalArgumentException("a Graphic has no Mark"));
        double opacity = SldNumbers.opacity(graphic.text("Opacity"));
        return new PointSymbolizer(
                shape(mark),
                SldNumbers.number(graphic.text("Size").orElse(DEFAULT_SIZE), "Size"),
                mark.child("Fill")
                        .map(fill -> color(fill, "fill", "#808080", opacity))
                        .orElse(null),
                mark.child("Stroke")
                        .map(stroke -> color(stroke, "stroke", "#000000", opacity))
                        .orElse(null),
                mark.child("Stroke")
                        .flatMap(stroke -> SldNumbers.css(stroke, "stroke-width"))
                        .map(width -> SldNumbers.number(width, "stroke-width"))
                        .orElse(1.0));
    }

    private static Shape shape(XmlElement mark) {
        String name = mark.text("WellKnownName").orElse("square");
        for (Shape shape : Shape.values()) {
            if (shape.name().equals(name.toUpperCase(Locale.ROOT))) {
                return shape;
            }
        }
        throw new IllegalArgumentException(
                "WellKnownName is '" + name + "', wanted square, circle, triangle, star, cross or x");
    }

    private static Color color(XmlElement paint, String name, String absent, double opacity) {
        int rgb = SldNumbers.rgb(SldNumbers.css(paint, name).orElse(absent));
        double own = SldNumbers.opacity(SldNumbers.css(paint, name + "-opacity"));
        return new Color(((int) Math.round(255 * own * opacity) << 24) | rgb, true);
    }
}
