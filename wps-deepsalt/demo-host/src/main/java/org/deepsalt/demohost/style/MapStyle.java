/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.List;
import java.util.Optional;

/**
 * A style as it was read. Immutable.
 *
 * @param title for people, with the unit; empty if the file has none
 * @param description one or two sentences; empty if the file has none
 * @param rules in drawing order
 * @param warnings one sentence for each element of the file that is left out when drawing
 */
public record MapStyle(String title, String description, List<StyleRule> rules, List<String> warnings) {
    /**
     * One thing to draw.
     *
     * @param title for the legend; empty if the file has none
     */
    public record StyleRule(String title, Symbolizer symbolizer) {}

    public MapStyle {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /** The first way to draw an image. */
    public Optional<RasterSymbolizer> raster() {
        return rules.stream()
                .map(StyleRule::symbolizer)
                .filter(RasterSymbolizer.class::isInstance)
                .map(RasterSymbolizer.class::cast)
                .findFirst();
    }

    /** All ways to draw points, one above the other. */
    public List<PointSymbolizer> points() {
        return rules.stream()
                .map(StyleRule::symbolizer)
                .filter(PointSymbolizer.class::isInstance)
                .map(PointSymbolizer.class::cast)
                .toList();
    }
}
