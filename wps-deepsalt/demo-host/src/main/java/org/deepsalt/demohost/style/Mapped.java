/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

/** Colours one band by a colour map. */
record Mapped(ColorMap map, double opacity) implements Colorizer {
    @Override
    public void color(float[] values, int[] argb) {
        ColorMap.Lookup lookup = map.lookup(opacity);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = lookup.argb(values[i]);
        }
    }
}
