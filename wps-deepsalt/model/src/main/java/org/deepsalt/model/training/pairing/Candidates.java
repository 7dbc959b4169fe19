/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import java.util.Arrays;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.RadiusIndex;

/**
 * The pixels within reach of each laboratory sample. Immutable.
 */
public final class Candidates {
    private static final double[] RING_ENDS = {0.05, 0.1, 0.2, 0.4, 0.7, 1};

    /** Rings around the recorded coordinates, narrow near the centre, where most pixels are right. */
    static final int RINGS = RING_ENDS.length;

    private final int[][] pixels;
    private final byte[][] rings;

    private Candidates(int samples) {
        this.pixels = new int[samples][];
        this.rings = new byte[samples][];
    }

    /**
     * Finds the pixels around each sample.
     *
     * @param reach largest distance in km, by great circle
     */
    public static Candidates within(double reach, Coordinates samples, Coordinates others) {
        RadiusIndex index = new RadiusIndex(others, reach);
        Candidates found = new Candidates(samples.size());
        for (int sample = 0; sample < samples.size(); sample++) {
            double longitude = samples.longitude()[sample];
            double latitude = samples.latitude()[sample];
            int[] near = index.within(longitude, latitude);
            found.pixels[sample] = near;
            found.rings[sample] = new byte[near.length];
            for (int i = 0; i < near.length; i++) {
                found.rings[sample][i] = ring(others.distance(near[i], longitude, latitude) / reach);
            }
        }
        return found;
    }

    private static byte ring(double share) {
        int ring = 0;
        while (ring < RINGS - 1 && share > RING_ENDS[ring]) {
            ring++;
        }
        return (byte) ring;
    }

    int samples() {
        return pixels.length;
    }

    /** Samples with at least one candidate. */
    public int placed() {
        return (int) Arrays.stream(pixels).filter(of -> of.length > 0).count();
    }

    /** Rows of the pixels, ascending. */
    int[] of(int sample) {
        return pixels[sample];
    }

    /** In which ring, from the inside, a candidate lies. */
    int ring(int sample, int candidate) {
        return rings[sample][candidate];
    }
}
