/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Longitudes;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygonal;

/**
 * A polygon with straight edges in its own CRS. Where that has longitudes, one that crosses the antimeridian is cut
 * there in two, or counts on beyond 180 or below -180. Thread-safe.
 */
final class RegionPolygon {
    /** Parts by which the box around some points of a tile is widened to hold all of it: sides are hardly bent. */
    private static final double MARGIN = 0.25;
    /** Longitudes may count on beyond 180 where a polygon crosses the antimeridian, or around the earth. */
    private static final double MOST_TURNS = 2;
    /** In metres or feet, false eastings and northings included. */
    private static final double FARTHEST = 1e9;

    private final PolygonParts parts;
    private final Envelope box;
    private final double turn;

    /**
     * @throws DeepSaltException if it is no polygon, has corners beyond the earth, or an edge that could as well go
     * around the other way
     */
    RegionPolygon(Geometry region, CoordinateReferenceSystem crs) {
        if (!(region instanceof Polygonal) || region.isEmpty()) {
            throw new DeepSaltException("the region is a " + region.getGeometryType()
                    + ", wanted a polygon or multi-polygon that is not empty");
        }
        this.turn = Longitudes.turn(crs);
        requireBounded(region);
        this.parts = new PolygonParts(region);
        this.box = parts.box();
        if (turn > 0) {
            region.apply((GeometryComponentFilter) part -> {
                if (part instanceof LinearRing ring) {
                    requireShortEdges(ring.getCoordinateSequence());
                }
            });
        }
    }

    /** Before anything is computed: numbers far from the earth make longitudes go round without an end. */
    private void requireBounded(Geometry region) {
        double largest = turn > 0 ? MOST_TURNS * turn : FARTHEST;
        for (Coordinate corner : region.getCoordinates()) {
            boolean bounded = Math.abs(corner.x) <= largest && Math.abs(corner.y) <= (turn > 0 ? turn / 4 : FARTHEST);
            if (!bounded) {
                throw new DeepSaltException("a corner of the region lies at " + corner.x + ", " + corner.y + ", wanted "
                        + (turn > 0
                                ? "a longitude from " + -largest + " to " + largest + ", then a latitude from "
                                        + -turn / 4 + " to " + turn / 4
                                        + ": give longitude before latitude, and say with coordinates in metres in"
                                        + " which coordinate reference system they are, as SRID=32612; before"
                                        + " well-known text or as the crs member of a GeoJSON file do"
                                : "coordinates of the earth in " + FARTHEST + " units at most: give the region's own"
                                        + " coordinate reference system"));
            }
        }
    }

    /** An edge of a whole turn has one meaning: it is that of a band around the earth. */
    private void requireShortEdges(CoordinateSequence ring) {
        for (int i = 1; i < ring.size(); i++) {
            double east = Math.abs(ring.getX(i) - ring.getX(i - 1));
            if (east > turn / 2 && east < turn) {
                throw new DeepSaltException("an edge of the region goes from longitude " + ring.getX(i - 1) + " to "
                        + ring.getX(i)
                        + ", more than half around the earth: if it shall cross the antimeridian, cut the"
                        + " polygon there in two or count on beyond it, such as 181 for -179; if not, give the edge"
                        + " more points");
            }
        }
    }

    /** Whether a place, in the polygon's CRS, lies in it; NaN does not. Of those on edges see {@link PolygonParts}. */
    boolean contains(double x, double y) {
        if (turn == 0) {
            return isIn(x, y);
        }
        double first = x + turn * Math.ceil((box.getMinX() - x) / turn);
        for (double same = first; same <= box.getMaxX(); same += turn) {
            if (isIn(same, y)) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(double x, double y) {
        return box.contains(x, y) && parts.holds(x, y);
    }

    /**
     * Whether a tile may reach into the polygon.
     *
     * @param points of the tile, x and y in turn; those without an answer are NaN
     */
    boolean mayTouch(double[] points) {
        Envelope tile = new Envelope();
        for (int i = 0; i < points.length; i += 2) {
            if (Double.isNaN(points[i]) || Double.isNaN(points[i + 1])) {
                return true;
            }
            double x = turn == 0 ? points[i] : points[0] + Math.IEEEremainder(points[i] - points[0], turn);
            tile.expandToInclude(x, points[i + 1]);
        }
        boolean nearPole = turn > 0 && tile.getWidth() > turn / 8;
        if (nearPole) {
            return true;
        }
        tile.expandBy(MARGIN * Math.max(tile.getWidth(), tile.getHeight()));
        double west = turn == 0 ? 0 : turn * Math.ceil((box.getMinX() - tile.getMaxX()) / turn);
        tile.translate(west, 0);
        return tile.intersects(box);
    }
}
