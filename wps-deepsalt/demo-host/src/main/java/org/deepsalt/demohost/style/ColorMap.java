/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.List;

/**
 * Colours for the values of one band, with the meaning that GeoServer gives to the types. Immutable.
 *
 * @param entries by ascending quantity
 */
public record ColorMap(Type type, List<Entry> entries) {
    /** What a colour holds for. */
    public enum Type {
        /** Between two quantities the colours blend; beyond the ends the outermost ones go on. */
        RAMP,
        /** From the quantity before (or from minus infinity) up to its own, which belongs to the next; none above. */
        INTERVALS,
        /** For its quantity alone. */
        VALUES
    }

    /**
     * A colour.
     *
     * @param rgb without alpha
     * @param opacity 0 to 1
     * @param label for the legend, empty if there is none
     */
    public record Entry(double quantity, int rgb, double opacity, String label) {}

    /** Finds the colour of a value. */
    @FunctionalInterface
    interface Lookup {
        int argb(float value);
    }

    public ColorMap {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a colour map has at least one entry");
        }
        for (int i = 1; i < entries.size(); i++) {
            if (!(entries.get(i).quantity() > entries.get(i - 1).quantity())) {
                throw new IllegalArgumentException("quantities of a colour map ascend, but "
                        + entries.get(i).quantity() + " follows "
                        + entries.get(i - 1).quantity());
            }
        }
    }

    /** The colour of one value with the map's own opacity; 0 where it has none. */
    public int argb(double value) {
        return lookup(1).argb((float) value);
    }

    Lookup lookup(double opacity) {
        float[] quantities = new float[entries.size()];
        int[] colors = new int[entries.size()];
        for (int i = 0; i < colors.length; i++) {
            Entry entry = entries.get(i);
            quantities[i] = (float) entry.quantity();
            colors[i] = ((int) Math.round(255 * opacity * entry.opacity()) << 24) | entry.rgb();
        }
        return switch (type) {
            case RAMP -> value -> ramp(quantities, colors, value);
            case INTERVALS -> value -> interval(quantities, colors, value);
            case VALUES -> value -> exact(quantities, colors, value);
        };
    }

    private static int interval(float[] quantities, int[] colors, float value) {
        for (int i = 0; i < quantities.length; i++) {
            if (value < quantities[i]) {
                return colors[i];
            }
        }
        return 0;
    }

    private static int exact(float[] quantities, int[] colors, float value) {
        for (int i = 0; i < quantities.length; i++) {
            if (value == quantities[i]) {
                return colors[i];
            }
        }
        return 0;
    }

    private static int ramp(float[] quantities, int[] colors, float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        int next = 0;
        while (next < quantities.length && value >= quantities[next]) {
            next++;
        }
        if (next == 0 || next == quantities.length) {
            return colors[Math.min(next, quantities.length - 1)];
        }
        float part = (value - quantities[next - 1]) / (quantities[next] - quantities[next - 1]);
        int below = colors[next - 1];
        int above = colors[next];
        return blend(below, above, part, 24)
                | blend(below, above, part, 16)
                | blend(below, above, part, 8)
                | blend(below, above, part, 0);
    }

    private static int blend(int below, int above, float part, int shift) {
        int from = (below >>> shift) & 0xFF;
        int to = (above >>> shift) & 0xFF;
        return (int) (from + part * (to - from) + 0.5f) << shift;
    }
}
