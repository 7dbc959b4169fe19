/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.style;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an image is drawn: one channel through a colour map, one as grey, or three as red, green and blue. Immutable.
 *
 * @param opacity of the whole, 0 to 1
 * @param channels none (then the first band is taken), one, or three
 * @param colorMap null where there is none
 */
public record RasterSymbolizer(
        double opacity, List<Channel> channels, @Nullable ColorMap colorMap) implements Symbolizer {
    /**
     * A band and the range of its values that is spread over the shades.
     *
     * @param variable name under which a request may choose another band, null if it may not
     * @param band name or number (from 1) of the band
     * @param low value that is drawn black
     * @param high value that is drawn at full strength
     */
    public record Channel(@Nullable String variable, String band, double low, double high) {
        /** The channel of a band whose values are shades from 0 to 255 already. */
        static Channel ofBand(String band) {
            return new Channel(null, band, 0, 255);
        }

        /** Name or number of the band in a request that may set variables. */
        public String bandIn(Map<String, String> variables) {
            return variable == null ? band : variables.getOrDefault(variable, band);
        }
    }

    public RasterSymbolizer {
        if (channels.size() == 2 || channels.size() > 3) {
            throw new IllegalArgumentException("an image is drawn from one or three bands, not " + channels.size());
        }
        channels = channels.isEmpty() ? List.of(Channel.ofBand("1")) : List.copyOf(channels);
    }

    /** Makes what colours the values of the channels. */
    public Colorizer colorizer() {
        return channels.size() == 1 && colorMap != null
                ? new Mapped(colorMap, opacity)
                : new Composite(channels, opacity);
    }
}
