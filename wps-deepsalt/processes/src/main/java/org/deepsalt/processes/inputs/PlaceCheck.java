/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepsalt.model.Problems;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.raster.grid.Extent;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridPlace;

/** Finds out whether samples lie where the scenes are, or would if longitude and latitude were swapped. Immutable. */
public final class PlaceCheck {
    private final List<Grid> scenes;

    /** @param scenes grids of all scenes of a request */
    public PlaceCheck(List<Grid> scenes) {
        this.scenes = List.copyOf(scenes);
    }

    /**
     * Checks the coordinates of a table, and adds what is wrong with them.
     *
     * @param what the table, such as {@code samples 'x'}
     * @param inScenes whether a place must lie in a scene; those of a laboratory need only be near
     */
    public void check(String what, Coordinates places, boolean inScenes, Problems problems) {
        int[] impossible = IntStream.range(0, places.size())
                .filter(i -> !isOnEarth(places.longitude()[i], places.latitude()[i]))
                .toArray();
        Coordinates swapped = new Coordinates(/* longitude= */ places.latitude(), /* latitude= */ places.longitude());
        if (impossible.length > 0) {
            problems.add(String.format(
                    Locale.ROOT,
                    "%s: %d of %d places are nowhere on the earth, such as longitude %s, latitude %s%s",
                    what,
                    impossible.length,
                    places.size(),
                    places.longitude()[impossible[0]],
                    places.latitude()[impossible[0]],
                    inside(swapped) > 0
                            ? "; swapped they lie in the scenes: swap longitude and latitude"
                            : ": give WGS 84 degrees, longitudes from -180 to 180"));
        } else if (places.size() > 0 && inside(places) == 0) {
            long would = inside(swapped);
            if (would == 0 && !inScenes) {
                return;
            }
            problems.add(what + ": none of the " + places.size() + " places lies in a scene, which cover " + extents()
                    + (would > 0
                            ? "; with longitude and latitude swapped " + would + " would: swap them"
                            : ": give samples of that area or other scenes"));
        }
    }

    private static boolean isOnEarth(double longitude, double latitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    private long inside(Coordinates places) {
        List<GridPlace> grids = scenes.stream().map(GridPlace::ofDegrees).toList();
        long inside = 0;
        for (int i = 0; i < places.size(); i++) {
            double longitude = places.longitude()[i];
            double latitude = places.latitude()[i];
            inside += isOnEarth(longitude, latitude)
                            && grids.stream().anyMatch(grid -> grid.pixel(longitude, latitude)
                                    .isPresent())
                    ? 1
                    : 0;
        }
        return inside;
    }

    private String extents() {
        return scenes.stream().map(scene -> Extent.of(scene).text()).collect(Collectors.joining(", "));
    }
}
