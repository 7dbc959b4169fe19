/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

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
 * Where the made-up basin lies: around 39.0 N, 110.1 W in UTM zone 12 north. The world's own coordinates are m east and
 * north of its middle. Immutable and thread-safe.
 */
public final class Basin {
    /** Side of a pixel in m. */
    public static final double PIXEL = 30;

    /** UTM coordinates of the middle, in m. */
    public static final double MIDDLE_EAST = 577_920;

    public static final double MIDDLE_NORTH = 4_317_300;

    private final CoordinateReferenceSystem utm;

    public Basin() {
        utm = crs("EPSG:32612");
    }

    /** The scene of a given number of pixels per side, centred on the basin. */
    public Grid scene(int size) {
        double half = size * PIXEL / 2;
        AffineTransform toCrs = new AffineTransform(PIXEL, 0, 0, -PIXEL, MIDDLE_EAST - half, MIDDLE_NORTH + half);
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

    /** A transformation from the world's own coordinates. Not thread-safe. */
    public Projection to(String code) {
        return new Projection(crs(code));
    }

    /** From the world's coordinates to those of a CRS and back. */
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

        public CoordinateReferenceSystem crs() {
            return crs;
        }

        /** Coordinates in the CRS, east before north, of a place in the world. */
        public Point2D.Double of(double x, double y) {
            return transform(forward, MIDDLE_EAST + x, MIDDLE_NORTH + y);
        }

        /** The place in the world, to the millimetre, of coordinates in the CRS. */
        public Point2D.Double back(double east, double north) {
            Point2D.Double at = transform(backward, east, north);
            return new Point2D.Double(
                    Math.rint((at.x - MIDDLE_EAST) * MILLIMETRES) / MILLIMETRES,
                    Math.rint((at.y - MIDDLE_NORTH) * MILLIMETRES) / MILLIMETRES);
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
