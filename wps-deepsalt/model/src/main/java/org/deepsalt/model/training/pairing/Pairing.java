/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.deepsalt.model.pixels.Coordinates;

/**
 * Pairs laboratory samples and pixels that are each other's nearest neighbour by great circle, at most some distance
 * apart.
 */
public final class Pairing {
    /**
     * A laboratory sample and its pixel.
     *
     * @param sample row of the library
     * @param pixel row of the pixels
     * @param distance in km
     * @param weight probability that this is the sample's pixel, among the pairs of the sample; 1 where it is the only
     *     one
     */
    public record Pair(int sample, int pixel, double distance, float weight) {
        /** The sample's only pixel. */
        public Pair(int sample, int pixel, double distance) {
            this(sample, pixel, distance, 1);
        }
    }

    /** How pairs are found. */
    public enum Kind {
        /** Mutual nearest neighbours, as published: right where the coordinates are. */
        NEAREST,
        /** The pixels in reach that look like the sample, see {@link SpectralPairing}. */
        SPECTRAL
    }

    private Pairing() {}

    /**
     * Finds the mutual nearest neighbours.
     *
     * @param samples longitudes and latitudes of the library
     * @param pixels longitudes and latitudes of the pixels
     * @param reach largest distance in km
     * @return pairs in the order of the library; of equally near neighbours the first wins
     */
    public static List<Pair> find(Coordinates samples, Coordinates pixels, double reach) {
        Pair[] bySample = nearest(samples, pixels, reach);
        Pair[] byPixel = nearest(pixels, samples, reach);
        List<Pair> mutual = new ArrayList<>();
        for (Pair pair : bySample) {
            if (pair != null && byPixel[pair.pixel] != null && byPixel[pair.pixel].pixel == pair.sample) {
                mutual.add(pair);
            }
        }
        return mutual;
    }

    /** The likeliest pixel of each sample, from pairs that have it first. */
    public static List<Pair> likeliest(List<Pair> pairs) {
        List<Pair> first = new ArrayList<>();
        for (Pair pair : pairs) {
            if (first.isEmpty() || first.get(first.size() - 1).sample != pair.sample) {
                first.add(pair);
            }
        }
        return first;
    }

    /** For each place the nearest of the others within reach; candidates are sorted by latitude to look at few. */
    private static Pair[] nearest(Coordinates coordinates, Coordinates others, double reach) {
        Integer[] order = new Integer[others.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> others.latitude()[i]));
        double[] latitudes =
                Arrays.stream(order).mapToDouble(i -> others.latitude()[i]).toArray();
        double margin = Coordinates.degrees(reach);
        Pair[] result = new Pair[coordinates.size()];
        for (int i = 0; i < result.length; i++) {
            double latitude = coordinates.latitude()[i];
            int start = Arrays.binarySearch(latitudes, latitude - margin);
            for (int k = start < 0 ? -start - 1 : start; k < order.length && latitudes[k] <= latitude + margin; k++) {
                int other = order[k];
                double distance = Coordinates.distance(
                        coordinates.longitude()[i], latitude, others.longitude()[other], others.latitude()[other]);
                if (distance <= reach && isNearer(distance, other, result[i])) {
                    result[i] = new Pair(i, other, distance);
                }
            }
        }
        return result;
    }

    private static boolean isNearer(double distance, int other, Pair best) {
        return best == null || distance < best.distance || (distance == best.distance && other < best.pixel);
    }
}
