/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepsalt.model.Problems;
import org.deepsalt.model.pixels.Places;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridPlace;
import org.geotools.geometry.jts.ReferencedEnvelope;

/** Whether samples lie where the scenes are, or would if longitude and latitude were swapped. */
record PlaceCheck(List<Grid> scenes) {

    /**
     * Adds what is wrong with the places of a table.
     *
     * @param what the table, such as {@code samples 'x'}
     * @param inScenes whether a place must lie in a scene; those of a laboratory need only be near
     */
    void check(String what, Places places, boolean inScenes, Problems problems) {
        long impossible = 0;
        for (int i = 0; i < places.size(); i++) {
            impossible += Math.abs(places.latitude()[i]) > 90 || Math.abs(places.longitude()[i]) > 180 ? 1 : 0;
        }
        Places swapped = new Places(/* longitude= */ places.latitude(), /* latitude= */ places.longitude());
        if (impossible > 0) {
            problems.add(String.format(
                    Locale.ROOT,
                    "%s: %d of %d places are nowhere on the earth, such as longitude %s, latitude %s%s",
                    what,
                    impossible,
                    places.size(),
                    places.longitude()[0],
                    places.latitude()[0],
                    inside(swapped) > 0
                            ? "; swapped they lie in the scenes: swap longitude and latitude"
                            : ": give WGS 84 degrees"));
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

    private long inside(Places places) {
        List<GridPlace> grids = scenes.stream().map(GridPlace::ofDegrees).toList();
        long inside = 0;
        for (int i = 0; i < places.size(); i++) {
            double longitude = places.longitude()[i];
            double latitude = places.latitude()[i];
            boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
            inside += onEarth
                            && grids.stream().anyMatch(grid -> grid.pixel(longitude, latitude)
                                    .isPresent())
                    ? 1
                    : 0;
        }
        return inside;
    }

    private String extents() {
        return scenes.stream().map(PlaceCheck::extent).collect(Collectors.joining(", "));
    }

    private static String extent(Grid grid) {
        ReferencedEnvelope box = grid.geographicBounds();
        return String.format(
                Locale.ROOT,
                "longitude %.3f to %.3f and latitude %.3f to %.3f",
                box.getMinX(),
                box.getMaxX(),
                box.getMinY(),
                box.getMaxY());
    }
}
