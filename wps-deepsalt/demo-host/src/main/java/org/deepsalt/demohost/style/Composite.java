/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.List;
import org.deepsalt.demohost.style.RasterSymbolizer.Channel;

/** Colours with red, green and blue from three bands, or with grey from one band. */
final class Composite implements Colorizer {
    private final int alpha;
    private final int perPixel;
    private final float[] lows = new float[3];
    private final float[] factors = new float[3];

    /** @param channels one for grey, or three */
    Composite(List<Channel> channels, double opacity) {
        this.alpha = (int) Math.round(255 * opacity) << 24;
        this.perPixel = channels.size();
        for (int i = 0; i < 3; i++) {
            Channel channel = channels.get(i % perPixel);
            lows[i] = (float) channel.low();
            factors[i] = (float) (255 / (channel.high() - channel.low()));
        }
    }

    @Override
    public void color(float[] values, int[] argb) {
        int second = perPixel == 3 ? 1 : 0;
        int third = 2 * second;
        for (int i = 0; i < argb.length; i++) {
            int at = i * perPixel;
            float red = values[at];
            float green = values[at + second];
            float blue = values[at + third];
            argb[i] = Float.isNaN(red + green + blue)
                    ? 0
                    : alpha | (shade(red, 0) << 16) | (shade(green, 1) << 8) | shade(blue, 2);
        }
    }

    private int shade(float value, int channel) {
        return (int) Math.min(255, Math.max(0, (value - lows[channel]) * factors[channel] + 0.5f));
    }
}
