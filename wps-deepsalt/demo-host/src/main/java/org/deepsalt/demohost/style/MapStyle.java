/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.List;
import java.util.Optional;

/**
 * A style, as far as this host can draw it. Immutable.
 *
 * @param title for people, with the unit; empty if the file has none
 * @param description one or two sentences; empty if the file has none
 * @param rules in drawing order
 * @param warnings one sentence for each element of the file that is left out when drawing
 */
public record MapStyle(String title, String description, List<StyleRule> rules, List<String> warnings) {
    /**
     * One symbolizer with its title.
     *
     * @param title for the legend; empty if the file has none
     */
    public record StyleRule(String title, Symbolizer symbolizer) {}

    public MapStyle {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /** The first raster symbolizer; empty if the style draws no image. */
    public Optional<RasterSymbolizer> raster() {
        return rules.stream()
                .map(StyleRule::symbolizer)
                .filter(RasterSymbolizer.class::isInstance)
                .map(RasterSymbolizer.class::cast)
                .findFirst();
    }

    /** All point symbolizers, in drawing order. */
    public List<PointSymbolizer> points() {
        return rules.stream()
                .map(StyleRule::symbolizer)
                .filter(PointSymbolizer.class::isInstance)
                .map(PointSymbolizer.class::cast)
                .toList();
    }
}
