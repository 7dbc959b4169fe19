/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import java.awt.Rectangle;
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
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.grid.Window;

/**
 * Figures of a map and of zones on it. A pixel belongs to every zone in which its centre lies; of a centre on the
 * border of two it is the one in the west or south. The
 * map is read once, window by window: memory holds one window and a histogram per zone, whatever the map's size. Not
 * thread-safe.
 */
public final class ZoneStatistics {
    private static final int SIDE = 256;

    private final RasterSource map;
    private final int band;
    private final OptionalInt probability;
    private final List<Optional<RegionMask>> zones;
    private final PixelArea areas;

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
    public record Figures(SalinityTally salinity, ProbabilityTally probabilities) {
        private static Figures none() {
            return new Figures(new SalinityTally(), new ProbabilityTally());
        }
    }

    /**
     * Prepares the figures of a map; nothing is read yet.
     *
     * @param map holds ECe in dS/m; not closed here
     * @param band of the map, counted from 0
     * @param probability band with the probability of being saline; empty if the map has none
     * @param zones on the map's grid, empty for a zone that lies outside
     * @throws DeepSaltException if the map's pixels have no areas
     */
    public ZoneStatistics(RasterSource map, int band, OptionalInt probability, List<Optional<RegionMask>> zones) {
        this.map = map;
        this.band = band;
        this.probability = probability;
        this.zones = List.copyOf(zones);
        this.areas = new PixelArea(map.grid());
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
        List<Window> windows = map.grid().all().tiles(SIDE);
        int done = 0;
        for (Window window : windows) {
            double counting = (double) done / windows.size();
            String task = "counting, " + done + " of " + windows.size() + " windows";
            Runnable look = () -> progress.report(counting, task);
            look.run();
            float[][] values = {read(window, band), probability.isEmpty() ? null : read(window, probability.getAsInt())
            };
            for (float value : values[0]) {
                counted.add(value, PlausibleRange.ECE.holds(value));
            }
            count(window.toRectangle(), window, values, Optional.empty(), overall, look);
            for (int i = 0; i < tallies.size(); i++) {
                Optional<RegionMask> zone = zones.get(i);
                if (zone.isPresent()) {
                    Rectangle part = zone.get().window().toRectangle().intersection(window.toRectangle());
                    count(part, window, values, zone, tallies.get(i), look);
                }
            }
            done++;
        }
        map.finish();
        if (counted.outside() > 0) {
            throw PlausibleRange.ECE.refusal(map.name(), band, counted);
        }
        return new Result(overall, tallies);
    }

    private float[] read(Window window, int wanted) {
        float[] values = new float[window.pixels()];
        map.values(window, new int[] {wanted}, values);
        return values;
    }

    private void count(
            Rectangle part,
            Window window,
            float[][] values,
            Optional<RegionMask> zone,
            Figures figures,
            Runnable look) {
        for (int row = part.y; row < part.y + part.height; row++) {
            look.run();
            for (int column = part.x; column < part.x + part.width; column++) {
                if (zone.isEmpty() || zone.get().contains(column, row)) {
                    int at = (row - window.y()) * window.width() + column - window.x();
                    double area = areas.at(column, row);
                    figures.salinity.count(values[0][at], area);
                    if (values[1] != null) {
                        figures.probabilities.count(values[1][at], area);
                    }
                }
            }
        }
    }
}
