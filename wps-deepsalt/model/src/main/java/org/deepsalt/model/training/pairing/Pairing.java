/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.RadiusIndex;
import org.jspecify.annotations.Nullable;

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

        /** The same with a share of its weight. */
        public Pair times(float share) {
            return new Pair(sample, pixel, distance, weight * share);
        }
    }

    /** Whether pairs are found by distance alone or by spectrum too. */
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
        @Nullable Pair[] bySample = nearest(samples, pixels, reach);
        @Nullable Pair[] byPixel = nearest(pixels, samples, reach);
        List<Pair> mutual = new ArrayList<>();
        for (@Nullable Pair pair : bySample) {
            @Nullable Pair back = pair == null ? null : byPixel[pair.pixel];
            if (pair != null && back != null && back.pixel == pair.sample) {
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

    /** For each point the nearest of the others within reach, the first of equally near ones; null without any. */
    private static @Nullable Pair[] nearest(Coordinates points, Coordinates others, double reach) {
        RadiusIndex index = new RadiusIndex(others, reach);
        @Nullable Pair[] result = new Pair[points.size()];
        for (int i = 0; i < result.length; i++) {
            double longitude = points.longitude()[i];
            double latitude = points.latitude()[i];
            @Nullable Pair best = null;
            for (int other : index.within(longitude, latitude)) {
                double distance = others.distance(other, longitude, latitude);
                if (best == null || distance < best.distance) {
                    best = new Pair(i, other, distance);
                }
            }
            result[i] = best;
        }
        return result;
    }
}
