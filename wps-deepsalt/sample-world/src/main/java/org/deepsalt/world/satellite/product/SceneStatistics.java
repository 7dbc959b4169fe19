/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Counts over the pixels of a scene. Whole numbers only, so that the order in which tiles come does not matter. Not
 * thread-safe.
 */
final class SceneStatistics {
    private static final double PER_NUMBER = 1e-4;
    private static final int MOST_VALUES = 256;

    private final long[] sums;
    private final long[] squares;
    private final long[] counts;
    private final Map<QualityLayer, long[]> flags = new EnumMap<>(QualityLayer.class);

    SceneStatistics(int bands) {
        sums = new long[bands];
        squares = new long[bands];
        counts = new long[bands];
        for (QualityLayer layer : QualityLayer.values()) {
            flags.put(layer, new long[MOST_VALUES]);
        }
    }

    /** Adds whole numbers of a band, those of the background excepted. */
    void add(int band, float[] numbers, int from, int length) {
        long sum = 0;
        long square = 0;
        int count = 0;
        for (int i = from; i < from + length; i++) {
            int number = (int) numbers[i];
            if (number != SceneTile.NO_DATA) {
                sum += number;
                square += (long) number * number;
                count++;
            }
        }
        sums[band] += sum;
        squares[band] += square;
        counts[band] += count;
    }

    private long[] flags(QualityLayer layer) {
        return Objects.requireNonNull(flags.get(layer), "every layer has counts");
    }

    void count(QualityLayer layer, int value) {
        flags(layer)[value]++;
    }

    /** Adds the counts of a part of the scene. */
    void add(SceneStatistics part) {
        add(sums, part.sums);
        add(squares, part.squares);
        add(counts, part.counts);
        flags.forEach((layer, values) -> add(values, part.flags(layer)));
    }

    private static void add(long[] target, long[] part) {
        for (int i = 0; i < target.length; i++) {
            target[i] += part[i];
        }
    }

    /** Whether a band holds data anywhere. */
    boolean hasData(int band) {
        return counts[band] > 0;
    }

    /** Mean reflectance of a band. */
    double mean(int band) {
        return PER_NUMBER * sums[band] / counts[band];
    }

    /** Standard deviation of a band's reflectance. */
    double deviation(int band) {
        double mean = (double) sums[band] / counts[band];
        return PER_NUMBER * Math.sqrt(Math.max(0, (double) squares[band] / counts[band] - mean * mean));
    }

    /** Share of the pixels inside the footprint with one of the values, in whole percent. */
    long percent(QualityLayer layer, int... values) {
        long sum = 0;
        for (int value : values) {
            sum += flags(layer)[value];
        }
        long pixels = Arrays.stream(flags(layer)).sum();
        return pixels == 0 ? 0 : Math.round(100.0 * sum / pixels);
    }
}
