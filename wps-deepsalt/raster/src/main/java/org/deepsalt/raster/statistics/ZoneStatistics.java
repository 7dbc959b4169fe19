/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.coverage.PlausibleRange;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.estimate.ProbabilityTally;
import org.deepsalt.raster.estimate.RegionMask;

/**
 * Figures of a map and of zones on it. A pixel belongs to every zone in which its centre lies; of a centre on the
 * border of two it is the one in the west or south. The map is read once, window by window: memory holds one window and
 * a histogram per zone, whatever the map's size. Not thread-safe.
 */
public final class ZoneStatistics {
    private final MapPixels map;
    private final int band;
    private final OptionalInt probability;
    private final List<Optional<RegionMask>> zones;
    private final ZonePixels pixels;

    /**
     * Figures of the whole map and of each zone, zones in the order given.
     *
     * @param overall of the whole map
     * @param zones in the order in which they were given
     */
    public record Result(Figures overall, List<Figures> zones) {}

    /**
     * Salinity and probability figures of a part of the map.
     *
     * @param salinity by the map's ECe
     * @param probabilities by its probability of being saline; empty of areas where it has none
     */
    public record Figures(SalinityTally salinity, ProbabilityTally probabilities) implements ZonePixels.Counter {
        @Override
        public void count(float[][] values, int at, double area) {
            salinity.count(values[0][at], area);
            if (values.length > 1) {
                probabilities.count(values[1][at], area);
            }
        }

        private static Figures none() {
            return new Figures(new SalinityTally(), new ProbabilityTally());
        }
    }

    /**
     * Prepares the figures of an image; nothing is read yet.
     *
     * @param map holds ECe in dS/m; not closed here
     * @param band of the map, counted from 0
     * @param probability band with the probability of being saline; empty if the map has none
     * @param zones on the map's grid, empty for a zone that lies outside
     * @throws DeepSaltException if the map's pixels have no areas
     */
    public ZoneStatistics(RasterSource map, int band, OptionalInt probability, List<Optional<RegionMask>> zones) {
        this(MapPixels.of(map), band, probability, zones);
    }

    /** The same of pixels that may come from several images. */
    public ZoneStatistics(MapPixels map, int band, OptionalInt probability, List<Optional<RegionMask>> zones) {
        this.map = map;
        this.band = band;
        this.probability = probability;
        this.zones = List.copyOf(zones);
        this.pixels = new ZonePixels(map.grid(), zones);
    }

    /**
     * Reads the map; a cancellation is heeded after each row of a window.
     *
     * @throws DeepSaltException if the map has values that no soil has, with their count
     */
    public Result run(Progress progress) {
        Figures overall = Figures.none();
        List<Figures> tallies = new ArrayList<>();
        zones.forEach(zone -> tallies.add(Figures.none()));
        PlausibleRange.Count counted = new PlausibleRange.Count();
        int[] bands = probability.isEmpty() ? new int[] {band} : new int[] {band, probability.getAsInt()};
        pixels.run(
                window -> {
                    float[][] values = map.read(window, bands);
                    for (float value : values[0]) {
                        counted.add(value, PlausibleRange.ECE.holds(value));
                    }
                    return values;
                },
                overall,
                tallies,
                progress);
        map.finish();
        if (counted.outside() > 0) {
            throw PlausibleRange.ECE.refusal(map.name(), band, counted);
        }
        return new Result(overall, tallies);
    }
}
