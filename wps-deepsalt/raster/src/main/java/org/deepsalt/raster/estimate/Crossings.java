/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.Arrays;
import org.deepsalt.model.DeepSaltException;

/**
 * How many edges of an outline a line from west to east crosses at most, which is what telling whether a place lies
 * inside costs. Drawn and digitised outlines have dozens, however many corners they have. Not thread-safe.
 */
final class Crossings {
    /** At this number a place takes a fiftieth of a millisecond. */
    private static final int MOST = 2000;

    private double[] lows = new double[16];
    private double[] highs = new double[16];
    private int count;

    void add(double low, double high) {
        if (count == lows.length) {
            lows = Arrays.copyOf(lows, 2 * count);
            highs = Arrays.copyOf(highs, 2 * count);
        }
        lows[count] = low;
        highs[count++] = high;
    }

    /** @throws DeepSaltException if a line crosses more edges than can be counted for each pixel */
    void requireFew() {
        int most = most();
        lows = new double[0];
        highs = new double[0];
        if (most > MOST) {
            throw new DeepSaltException("the region's outline goes to and fro: a line from west to east crosses it "
                    + most + " times, wanted at most " + MOST + ": simplify it, or cut it into several polygons");
        }
    }

    private int most() {
        double[] begins = Arrays.copyOf(lows, count);
        double[] ends = Arrays.copyOf(highs, count);
        Arrays.sort(begins);
        Arrays.sort(ends);
        int most = 0;
        int ended = 0;
        for (int begun = 0; begun < count; begun++) {
            while (ends[ended] <= begins[begun]) {
                ended++;
            }
            most = Math.max(most, begun + 1 - ended);
        }
        return most;
    }
}
