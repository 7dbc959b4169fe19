/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepsalt.demohost.style.ColorMap.Entry;
import org.deepsalt.demohost.style.RasterSymbolizer.Channel;
import org.junit.jupiter.api.Test;

class ColorizerTest {
    private static final List<Entry> ENTRIES =
            List.of(new Entry(10, 0x000000, 1, "ten"), new Entry(20, 0x0064C8, 0.5, "twenty"));

    @Test
    void aRampBlendsBetweenAndGoesOnBeyond() {
        assertThat(color(ColorMap.Type.RAMP, 1, Float.NaN, -5, 10, 15, 20, 99))
                .containsExactly(0, 0xFF000000, 0xFF000000, 0xC0003264, 0x800064C8, 0x800064C8);
    }

    @Test
    void intervalsEndBeforeTheirQuantityAndValuesAreExact() {
        assertThat(color(ColorMap.Type.INTERVALS, 1, Float.NaN, -5, 9.99f, 10, 19.99f, 20))
                .containsExactly(0, 0xFF000000, 0xFF000000, 0x800064C8, 0x800064C8, 0);
        assertThat(color(ColorMap.Type.VALUES, 1, Float.NaN, 9.99f, 10, 20))
                .containsExactly(0, 0, 0xFF000000, 0x800064C8);
    }

    @Test
    void opacityOfTheWholeIsAppliedOnTop() {
        assertThat(color(ColorMap.Type.VALUES, 0.5, 10, 20)).containsExactly(0x80000000, 0x400064C8);
    }

    @Test
    void threeBandsAreStretchedAndMissingOnesTransparent() {
        RasterSymbolizer rgb = new RasterSymbolizer(
                1,
                List.of(
                        new Channel(null, "1", 0, 100),
                        new Channel(null, "2", 100, 200),
                        new Channel(null, "3", 0, 255)),
                null);
        int[] argb = new int[3];
        rgb.colorizer().color(new float[] {50, 100, 7, -9, 999, 255, 1, Float.NaN, 1}, argb);
        assertThat(argb).containsExactly(0xFF800007, 0xFF00FFFF, 0);
    }

    @Test
    void oneBandWithoutColourMapIsGrey() {
        int[] argb = new int[3];
        new RasterSymbolizer(1, List.of(), null).colorizer().color(new float[] {0, 128, Float.NaN}, argb);
        assertThat(argb).containsExactly(0xFF000000, 0xFF808080, 0);
    }

    private static int[] color(ColorMap.Type type, double opacity, float... values) {
        int[] argb = new int[values.length];
        new RasterSymbolizer(opacity, List.of(), new ColorMap(type, ENTRIES))
                .colorizer()
                .color(values, argb);
        return argb;
    }
}
