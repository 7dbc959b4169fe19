/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.estimate.RegionMask;

/** What changed between two dates, in all and by zone, pixel by pixel on one grid. Not thread-safe. */
public final class ChangeStatistics {
    private final MapPixels before;
    private final MapPixels after;
    private final int[] bands;
    private final List<Optional<RegionMask>> zones;

    /**
     * Changes of the whole map and of each zone.
     *
     * @param overall of the whole map
     * @param zones in the order in which they were given
     */
    public record Result(ChangeTally overall, List<ChangeTally> zones) {}

    /**
     * Prepares the comparison; nothing is read yet.
     *
     * @param after on the grid of {@code before}
     * @param bands with ECe and the bounds of its interval, lower before upper, counted from 0
     * @param zones on the grid, empty for a zone that lies outside
     */
    public ChangeStatistics(MapPixels before, MapPixels after, int[] bands, List<Optional<RegionMask>> zones) {
        this.before = before;
        this.after = after;
        this.bands = bands.clone();
        this.zones = List.copyOf(zones);
    }

    /** Reads both maps once; a cancellation is heeded after each row of a window. */
    public Result run(Progress progress) {
        ChangeTally overall = new ChangeTally();
        List<ChangeTally> tallies = new ArrayList<>();
        zones.forEach(zone -> tallies.add(new ChangeTally()));
        new ZonePixels(before.grid(), zones)
                .run(
                        window -> {
                            float[][] first = before.read(window, bands);
                            float[][] second = after.read(window, bands);
                            return new float[][] {first[0], first[1], first[2], second[0], second[1], second[2]};
                        },
                        overall,
                        tallies,
                        progress);
        before.finish();
        after.finish();
        return new Result(overall, tallies);
    }
}
