/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.SpatialBlocks;

/**
 * The regions by which laboratory samples are left out together, so that figures are those of soils from elsewhere:
 * countries where enough of them are named, else blocks of neighbouring places.
 */
final class HeldOutRegions {
    /** Fewer countries are too few for folds. */
    private static final int ENOUGH = 5;

    private static final String UNKNOWN = "unknown";

    private HeldOutRegions() {}

    /**
     * The region of each sample.
     *
     * @param countries empty where unknown
     * @param places NaN where unknown
     * @throws DeepSaltException if the samples cannot be told apart by either
     */
    static List<String> of(List<String> countries, Coordinates places) {
        long named = countries.stream()
                .filter(country -> !country.isEmpty())
                .distinct()
                .count();
        int[] placed = IntStream.range(0, places.size())
                .filter(row -> Double.isFinite(places.longitude()[row]) && Double.isFinite(places.latitude()[row]))
                .toArray();
        if (named < ENOUGH && placed.length == places.size()) {
            return blocks(places);
        }
        if (named < 2) {
            throw new DeepSaltException("the Vis-NIR samples come from " + named + " named countries and "
                    + (places.size() - placed.length) + " of " + places.size()
                    + " have no coordinates, wanted either two countries or coordinates of all: figures are those"
                    + " of regions that were left out; add a column country, or longitude and latitude");
        }
        return countries.stream()
                .map(country -> country.isEmpty() ? UNKNOWN : country)
                .toList();
    }

    private static List<String> blocks(Coordinates places) {
        String[] names = new String[places.size()];
        List<int[]> blocks = SpatialBlocks.ofEqualPoints(places);
        for (int block = 0; block < blocks.size(); block++) {
            for (int row : blocks.get(block)) {
                names[row] = "block " + (block + 1);
            }
        }
        return Arrays.asList(names);
    }
}
