/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Leads the points of a layer or table to WGS 84 longitudes and latitudes. Thread-safe. */
public final class DegreesPath {
    /** Longitudes may count on beyond 180. */
    private static final int MOST_LONGITUDE = 360;

    private static final int MOST_LATITUDE = 90;

    private final String what;
    private final CoordinateReferenceSystem from;
    private final CrsPath path;

    private DegreesPath(String what, CoordinateReferenceSystem from, CrsPath path) {
        this.what = what;
        this.from = from;
        this.path = path;
    }

    /**
     * Finds the transform from a CRS to degrees.
     *
     * @param what the layer in messages, such as {@code samples 'x'}
     * @param from east before north
     * @throws DeepSaltException if no way leads to degrees for sure
     */
    public static DegreesPath from(String what, CoordinateReferenceSystem from) {
        try {
            return new DegreesPath(what, from, new CrsPath(from, DefaultGeographicCRS.WGS84, 0));
        } catch (DeepSaltException e) {
            throw new DeepSaltException(what + ": " + e.getMessage(), e);
        }
    }

    /**
     * Longitude and latitude of a place.
     *
     * @throws DeepSaltException if it has none, or its coordinates are no degrees
     */
    public double[] degrees(double x, double y) {
        double[] at = {x, y};
        path.transform(at);
        if (Double.isNaN(at[0]) || Double.isNaN(at[1])) {
            throw new DeepSaltException(what + ": the place " + x + ", " + y + " has no longitude and latitude in '"
                    + Grid.name(from) + "': check the coordinates and their coordinate reference system");
        }
        if (Math.abs(at[0]) > MOST_LONGITUDE || Math.abs(at[1]) > MOST_LATITUDE) {
            throw new DeepSaltException(what + ": a point lies at " + at[0] + ", " + at[1]
                    + ", wanted a longitude from "
                    + -MOST_LONGITUDE + " to " + MOST_LONGITUDE + ", then a latitude from " + -MOST_LATITUDE + " to "
                    + MOST_LATITUDE + ": give longitude before latitude, in degrees; of coordinates in metres a GeoJSON"
                    + " file can say in its crs member in which coordinate reference system they are");
        }
        return at;
    }
}
