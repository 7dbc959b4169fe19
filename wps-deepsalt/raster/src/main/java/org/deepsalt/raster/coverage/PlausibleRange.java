/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.util.Locale;
import java.util.Set;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Window;

/**
 * The numbers that a quantity can have in nature, with room for what interpolation and regression add. What lies
 * outside is an undeclared nodata value, a lost scale or another unit. Immutable.
 *
 * @param quantity for messages
 * @param minimum least number
 * @param maximum largest number
 * @param unit of both
 */
public record PlausibleRange(String quantity, double minimum, double maximum, String unit) {
    /**
     * ECe: saturated brines have about 250 dS/m, and a regression on a linear scale may go below 0, though not as far
     * as the numbers that stand for no data, of which -99 is the least.
     */
    public static final PlausibleRange ECE = new PlausibleRange("ECe", -50, 300, "dS/m");

    private static final double BEYOND_ALL = 1e9;
    private static final Set<Float> CODES = Set.of(-9999f, -32768f, -32767f, -99999f, -999999f, -9999999f);
    private static final int SIDE = 256;

    /**
     * By the name of a covariate, for those whose unit its name settles; of others only what no quantity has is out.
     */
    public static PlausibleRange ofCovariate(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "sand", "silt", "clay" -> new PlausibleRange(name, -1, 101, "%");
            case "tmin", "tmax", "tavg" -> new PlausibleRange(name, -100, 70, "degrees Celsius");
            case "pmin", "pmax", "pavg" -> new PlausibleRange(name, -1, 30_000, "mm");
            default -> new PlausibleRange(name, -BEYOND_ALL, BEYOND_ALL, "");
        };
    }

    /** Whether a number can be one of these; NaN, which stands for none, can. */
    public boolean holds(float number) {
        return !(number < minimum || number > maximum || (number < -9000 && CODES.contains(number)));
    }

    /**
     * What is wrong with a band that has numbers outside: reads it, so that the message can say how many there are.
     *
     * @param band counted from 0
     */
    public DeepSaltException refusal(RasterSource image, int band) {
        Count count = new Count();
        int[] bands = {band};
        for (Window window : image.grid().all().tiles(SIDE)) {
            float[] values = new float[window.pixels()];
            image.values(window, bands, values);
            for (float value : values) {
                count.add(value, holds(value));
            }
        }
        return refusal(image.name(), band, count);
    }

    /** The same for a band that was counted already. */
    public DeepSaltException refusal(String layer, int band, Count count) {
        return new DeepSaltException("layer '" + layer + "', band " + (band + 1) + ": " + count.outside + " of "
                + count.all + " pixels with a value have one that "
                + (quantity.isEmpty() ? "no quantity has" : quantity + " cannot have") + ", from " + count.least
                + " to " + count.most + ", wanted "
                + (unit.isEmpty() ? "numbers of its unit" : text(minimum) + " to " + text(maximum) + " " + unit)
                + ": declare the number that stands for no data (gdal_edit.py -a_nodata N), the scale (gdal_edit.py"
                + " -scale S -offset O), or convert the unit");
    }

    private static String text(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** Pixels that have a value, and those of them whose value lies outside. Not thread-safe. */
    public static final class Count {
        private long all;
        private long outside;
        private float least = Float.POSITIVE_INFINITY;
        private float most = Float.NEGATIVE_INFINITY;

        public void add(float value, boolean plausible) {
            if (!Float.isNaN(value)) {
                all++;
                if (!plausible) {
                    outside++;
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }

        /** Pixels whose value lies outside. */
        public long outside() {
            return outside;
        }
    }
}
