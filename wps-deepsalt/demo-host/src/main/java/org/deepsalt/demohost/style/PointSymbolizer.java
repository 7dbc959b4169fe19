/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * A mark at a point. Immutable.
 *
 * @param shape of the mark
 * @param size across, in pixels of the map
 * @param fill null for none
 * @param stroke null for none
 * @param strokeWidth in pixels
 */
public record PointSymbolizer(
        Shape shape,
        double size,
        @Nullable Color fill,
        @Nullable Color stroke,
        double strokeWidth) implements Symbolizer {
    /** The well-known marks of SLD. */
    public enum Shape {
        SQUARE,
        CIRCLE,
        TRIANGLE,
        STAR,
        CROSS,
        X
    }
}
