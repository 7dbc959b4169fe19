/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.region;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/**
 * Where a region lies, in a zone of UTM north. The region's own coordinates are m east and north of its middle.
 * Immutable and thread-safe.
 */
public final class Place {
    /** Side of a pixel in m. */
    public static final double PIXEL = 30;

    private static final int UTM_NORTH = 32_600;

    private final int zone;
    private final double middleEast;
    private final double middleNorth;
    private final CoordinateReferenceSystem utm;

    /**
     * A place.
     *
     * @param zone of UTM north, 1 to 60
     * @param middleEast UTM coordinates of the middle, in m
     */
    public Place(int zone, double middleEast, double middleNorth) {
        this.zone = zone;
        this.middleEast = middleEast;
        this.middleNorth = middleNorth;
        utm = crs("EPSG:" + (UTM_NORTH + zone));
    }

    /** The zone of UTM north. */
    public int zone() {
        return zone;
    }

    /** The scene of a given number of pixels per side, centred on the region. */
    public Grid scene(int size) {
        double half = size * PIXEL / 2;
        AffineTransform toCrs = new AffineTransform(PIXEL, 0, 0, -PIXEL, middleEast - half, middleNorth + half);
        return new Grid(size, size, toCrs, utm);
    }

    /** A CRS by its EPSG code, east before north. */
    public static CoordinateReferenceSystem crs(String code) {
        try {
            return CRS.decode(code, true);
        } catch (FactoryException e) {
            throw new DeepSaltException(
                    "GeoTools does not know the CRS " + code + ": put gt-epsg-hsql on the class" + " path ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    /** A transformation from the region's own coordinates. Not thread-safe. */
    public Projection to(String code) {
        return new Projection(crs(code));
    }

    /** From the region's coordinates to those of a CRS and back. */
    public final class Projection {
        /** Platforms differ in the last bits of sines; nobody else needs them. */
        private static final double MILLIMETRES = 1e3;

        private final CoordinateReferenceSystem crs;
        private final MathTransform forward;
        private final MathTransform backward;

        private Projection(CoordinateReferenceSystem crs) {
            this.crs = crs;
            try {
                forward = CRS.findMathTransform(utm, crs, true);
                backward = CRS.findMathTransform(crs, utm, true);
            } catch (FactoryException e) {
                throw new DeepSaltException(
                        "GeoTools cannot transform from UTM to " + crs.getName() + ": use a complete GeoTools ("
                                + e.getMessage() + ")",
                        e);
            }
        }

        /** The CRS of the projection, east before north. */
        public CoordinateReferenceSystem crs() {
            return crs;
        }

        /** Coordinates in the CRS, east before north, of a place in the region. */
        public Point2D.Double of(double x, double y) {
            return transform(forward, middleEast + x, middleNorth + y);
        }

        /** The place in the region, to the millimetre, of coordinates in the CRS. */
        public Point2D.Double back(double east, double north) {
            Point2D.Double at = transform(backward, east, north);
            return new Point2D.Double(
                    Math.rint((at.x - middleEast) * MILLIMETRES) / MILLIMETRES,
                    Math.rint((at.y - middleNorth) * MILLIMETRES) / MILLIMETRES);
        }

        private Point2D.Double transform(MathTransform transform, double x, double y) {
            double[] at = {x, y};
            try {
                transform.transform(at, 0, at, 0, 1);
            } catch (TransformException e) {
                throw new DeepSaltException(
                        "the place " + x + ", " + y + " lies outside the area of " + crs.getName()
                                + ": make the world smaller",
                        e);
            }
            return new Point2D.Double(at[0], at[1]);
        }
    }
}
