/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.pixels.Coordinates;

/**
 * All that lies within a distance of any of some places. Places are sorted into cubes of space as wide as the distance,
 * which know neither poles nor antimeridian, so that a question looks at few of them: a chord is never longer than its
 * arc. Immutable.
 */
public final class RadiusIndex {
    private static final double EARTH_RADIUS_KM = 6371.0088;

    private record Cube(long x, long y, long z) {}

    private final Coordinates places;
    private final double reach;
    private final Map<Cube, List<Integer>> cubes = new HashMap<>();

    /**
     * Sorts the places.
     *
     * @param places WGS 84 degrees
     * @param reach largest distance in km, by great circle
     */
    public RadiusIndex(Coordinates places, double reach) {
        this.places = places;
        this.reach = reach;
        for (int i = 0; i < places.size(); i++) {
            cubes.computeIfAbsent(cube(places.longitude()[i], places.latitude()[i]), cube -> new ArrayList<>())
                    .add(i);
        }
    }

    private Cube cube(double longitude, double latitude) {
        double lambda = Math.toRadians(longitude);
        double phi = Math.toRadians(latitude);
        double radius = EARTH_RADIUS_KM / reach;
        return new Cube(
                (long) Math.floor(radius * Math.cos(phi) * Math.cos(lambda)),
                (long) Math.floor(radius * Math.cos(phi) * Math.sin(lambda)),
                (long) Math.floor(radius * Math.sin(phi)));
    }

    /** Whether one of the places is within the distance. */
    public boolean contains(double longitude, double latitude) {
        Cube here = cube(longitude, latitude);
        for (int i = 0; i < 27; i++) {
            Cube cube = new Cube(here.x + i % 3 - 1, here.y + i / 3 % 3 - 1, here.z + i / 9 - 1);
            for (int place : cubes.getOrDefault(cube, List.of())) {
                if (Coordinates.distance(longitude, latitude, places.longitude()[place], places.latitude()[place])
                        <= reach) {
                    return true;
                }
            }
        }
        return false;
    }
}
