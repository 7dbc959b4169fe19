/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.pixels.Places;

/**
 * All that lies within a distance of any of some places. Places are sorted into cells of latitude and longitude, so that a
 * question looks at few of them. Immutable.
 */
public final class Surroundings {
    private record Cell(long column, long row) {}

    private final Places places;
    private final double reach;
    private final double side;
    private final Map<Cell, List<Integer>> cells = new HashMap<>();

    /**
     * Sorts the places.
     *
     * @param places WGS 84 degrees
     * @param reach largest distance in km, by great circle
     */
    public Surroundings(Places places, double reach) {
        this.places = places;
        this.reach = reach;
        this.side = Places.degrees(reach);
        for (int i = 0; i < places.size(); i++) {
            long row = row(places.latitude()[i]);
            long reached = columns(places.latitude()[i]);
            long column = column(places.longitude()[i]);
            for (long east = -reached; east <= reached; east++) {
                for (long north = -1; north <= 1; north++) {
                    cells.computeIfAbsent(new Cell(column + east, row + north), cell -> new ArrayList<>())
                            .add(i);
                }
            }
        }
    }

    /** Cells that the distance may reach across to the east and west: meridians draw together towards the poles. */
    private long columns(double latitude) {
        double narrowest = Math.cos(Math.toRadians(Math.min(89, Math.abs(latitude) + side)));
        return (long) Math.ceil(1 / narrowest);
    }

    private long row(double latitude) {
        return (long) Math.floor(latitude / side);
    }

    private long column(double longitude) {
        return (long) Math.floor(longitude / side);
    }

    /** Whether one of the places is within the distance; places beyond the antimeridian are not seen. */
    public boolean hold(double longitude, double latitude) {
        for (int i : cells.getOrDefault(new Cell(column(longitude), row(latitude)), List.of())) {
            if (Places.distance(longitude, latitude, places.longitude()[i], places.latitude()[i]) <= reach) {
                return true;
            }
        }
        return false;
    }
}
