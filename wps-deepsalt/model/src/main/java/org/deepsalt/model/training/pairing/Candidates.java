/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.deepsalt.model.pixels.Coordinates;

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
        Integer[] order = new Integer[others.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> others.latitude()[i]));
        double[] latitudes =
                Arrays.stream(order).mapToDouble(i -> others.latitude()[i]).toArray();
        Candidates found = new Candidates(samples.size());
        for (int sample = 0; sample < samples.size(); sample++) {
            found.search(sample, samples, others, order, latitudes, reach);
        }
        return found;
    }

    private void search(
            int sample, Coordinates samples, Coordinates others, Integer[] order, double[] latitudes, double reach) {
        double longitude = samples.longitude()[sample];
        double latitude = samples.latitude()[sample];
        double margin = Coordinates.degrees(reach);
        int from = Arrays.binarySearch(latitudes, latitude - margin);
        IntStream.Builder near = IntStream.builder();
        for (int k = from < 0 ? -from - 1 : from; k < order.length && latitudes[k] <= latitude + margin; k++) {
            int other = order[k];
            if (distance(longitude, latitude, others, other) <= reach) {
                near.add(other);
            }
        }
        pixels[sample] = near.build().sorted().toArray();
        rings[sample] = new byte[pixels[sample].length];
        for (int i = 0; i < rings[sample].length; i++) {
            rings[sample][i] = ring(distance(longitude, latitude, others, pixels[sample][i]) / reach);
        }
    }

    private static double distance(double longitude, double latitude, Coordinates others, int other) {
        return Coordinates.distance(longitude, latitude, others.longitude()[other], others.latitude()[other]);
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
