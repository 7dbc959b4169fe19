/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.deepsalt.demohost.style.ColorMap.Entry;
import org.deepsalt.demohost.style.RasterSymbolizer.Channel;
import org.deepsalt.demohost.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** Reads a {@code RasterSymbolizer}. Errors are IllegalArgumentExceptions with a sentence. */
final class RasterSymbolizerReader {
    private static final String STRETCH = "StretchToMinimumMaximum";
    private static final String ENHANCEMENT = "ContrastEnhancement";

    private final SldWarnings warnings;

    RasterSymbolizerReader(SldWarnings warnings) {
        this.warnings = warnings;
    }

    RasterSymbolizer read(XmlElement symbolizer) {
        warnings.addUnknown(symbolizer, Set.of("Geometry", "Opacity", "ChannelSelection", "ColorMap"));
        double opacity = SldNumbers.opacity(symbolizer.text("Opacity"));
        List<Channel> channels = new ArrayList<>();
        symbolizer.child("ChannelSelection").ifPresent(selection -> {
            selection.child("GrayChannel").ifPresent(gray -> channels.add(channel(gray)));
            for (String color : List.of("RedChannel", "GreenChannel", "BlueChannel")) {
                selection.child(color).ifPresent(channel -> channels.add(channel(channel)));
            }
        });
        return new RasterSymbolizer(
                opacity,
                channels,
                symbolizer.child("ColorMap").map(this::colorMap).orElse(null));
    }

    private Channel channel(XmlElement channel) {
        warnings.addUnknown(channel, Set.of("SourceChannelName", ENHANCEMENT));
        XmlElement source = channel.child("SourceChannelName")
                .orElseThrow(() -> new IllegalArgumentException(channel.name() + " has no SourceChannelName"));
        @Nullable String variable = null;
        String band = source.text();
        if (!source.children().isEmpty()) {
            List<XmlElement> literals = variable(source);
            variable = literals.get(0).text();
            band = literals.get(1).text();
        }
        Optional<XmlElement> stretch = channel.child(ENHANCEMENT, "Normalize").filter(this::isStretch);
        channel.child(ENHANCEMENT).ifPresent(part -> warnings.addUnknown(part, Set.of("Normalize")));
        double low = stretch.map(part -> vendor(part, "minValue")).orElse(0.0);
        double high = stretch.map(part -> vendor(part, "maxValue")).orElse(255.0);
        if (!(low < high)) {
            throw new IllegalArgumentException("minValue " + low + " is not below maxValue " + high);
        }
        return new Channel(variable, band, low, high);
    }

    /** GeoServer lets a band depend on the request: {@code env('name', default)}. */
    private static List<XmlElement> variable(XmlElement source) {
        List<XmlElement> literals = source.child("Function")
                .filter(function -> function.attribute("name").orElse("").equals("env"))
                .map(function -> function.children("Literal"))
                .orElse(List.of());
        if (literals.size() != 2) {
            throw new IllegalArgumentException(
                    "SourceChannelName is an expression; this host knows the function env with a name and a default");
        }
        return literals;
    }

    private boolean isStretch(XmlElement normalize) {
        boolean stretch = normalize.children("VendorOption").stream()
                .anyMatch(option -> option.attribute("name").orElse("").equals("algorithm")
                        && option.text().equals(STRETCH));
        if (!stretch) {
            warnings.add(
                    normalize,
                    "values from 0 to 255 are drawn as they are; the algorithm " + STRETCH
                            + " with minValue and maxValue would work");
        }
        return stretch;
    }

    private static double vendor(XmlElement parent, String name) {
        return parent.children("VendorOption").stream()
                .filter(option -> option.attribute("name").orElse("").equals(name))
                .map(option -> SldNumbers.number(option.text(), name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the algorithm " + STRETCH + " wants a " + name));
    }

    private ColorMap colorMap(XmlElement map) {
        warnings.addUnknown(map, Set.of("ColorMapEntry"));
        String type = map.attribute("type").orElse("ramp");
        List<Entry> entries = map.children("ColorMapEntry").stream()
                .map(RasterSymbolizerReader::entry)
                .toList();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "ramp" -> new ColorMap(ColorMap.Type.RAMP, entries);
            case "intervals" -> new ColorMap(ColorMap.Type.INTERVALS, entries);
            case "values" -> new ColorMap(ColorMap.Type.VALUES, entries);
            default ->
                throw new IllegalArgumentException(
                        "the type of a ColorMap is '" + type + "', wanted ramp, intervals or values");
        };
    }

    private static Entry entry(XmlElement entry) {
        String quantity = entry.attribute("quantity")
                .orElseThrow(() -> new IllegalArgumentException("a ColorMapEntry has no quantity"));
        String color = entry.attribute("color")
                .orElseThrow(() -> new IllegalArgumentException("a ColorMapEntry has no color"));
        return new Entry(
                SldNumbers.number(quantity, "quantity"),
                SldNumbers.rgb(color),
                SldNumbers.opacity(entry.attribute("opacity")),
                entry.attribute("label").orElse(""));
    }
}
