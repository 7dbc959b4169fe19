/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

/** Turns numbers into colours. Implementations are immutable and thread-safe. */
public interface Colorizer {
    /**
     * Colours pixels. A pixel with NaN in any of its bands becomes transparent.
     *
     * @param values pixel after pixel, as many per pixel as the style has channels
     * @param argb receives one colour per pixel, not premultiplied
     */
    void color(float[] values, int[] argb);
}
