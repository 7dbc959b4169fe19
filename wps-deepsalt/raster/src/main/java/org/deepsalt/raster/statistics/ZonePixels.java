/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.grid.Window;

/**
 * Goes through the pixels of a grid window by window, so that memory holds one window, and tells each to the counter of
 * the whole and to those of the zones in which its centre lies; of a centre on the border of two it is the one in the
 * west or south. Not thread-safe.
 */
final class ZonePixels {
    private static final int SIDE = 256;

    private final Grid grid;
    private final List<Optional<RegionMask>> zones;
    private final PixelArea areas;

    /**
     * Prepares the way.
     *
     * @param zones on the grid, empty for a zone that lies outside
     */
    ZonePixels(Grid grid, List<Optional<RegionMask>> zones) {
        this.grid = grid;
        this.zones = List.copyOf(zones);
        this.areas = new PixelArea(grid);
    }

    /** Reads the values of a window, band by band. */
    @FunctionalInterface
    interface Reading {
        float[][] read(Window window);
    }

    /** Counts pixels. */
    @FunctionalInterface
    interface Counter {
        /**
         * Counts a pixel.
         *
         * @param values of its window, band by band
         * @param at where the pixel lies in each of them
         * @param area in square metres
         */
        void count(float[][] values, int at, double area);
    }

    /**
     * Goes through all windows; a cancellation is heeded after each row of a window.
     *
     * @param counters of the zones, in their order
     */
    void run(Reading reading, Counter overall, List<? extends Counter> counters, Progress progress) {
        List<Window> windows = grid.all().tiles(SIDE);
        int done = 0;
        for (Window window : windows) {
            double counting = (double) done / windows.size();
            String task = "counting, " + done + " of " + windows.size() + " windows";
            Runnable look = () -> progress.report(counting, task);
            look.run();
            float[][] values = reading.read(window);
            count(window.toRectangle(), window, values, Optional.empty(), overall, look);
            for (int i = 0; i < counters.size(); i++) {
                Optional<RegionMask> zone = zones.get(i);
                if (zone.isPresent()) {
                    Rectangle part = zone.get().window().toRectangle().intersection(window.toRectangle());
                    count(part, window, values, zone, counters.get(i), look);
                }
            }
            done++;
        }
    }

    private void count(
            Rectangle part,
            Window window,
            float[][] values,
            Optional<RegionMask> zone,
            Counter counter,
            Runnable look) {
        for (int row = part.y; row < part.y + part.height; row++) {
            look.run();
            for (int column = part.x; column < part.x + part.width; column++) {
                if (zone.isEmpty() || zone.get().contains(column, row)) {
                    int at = (row - window.y()) * window.width() + column - window.x();
                    counter.count(values, at, areas.at(column, row));
                }
            }
        }
    }
}
