/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.AffineTransform;
import javax.measure.IncommensurableException;
import javax.measure.UnconvertibleException;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import si.uom.SI;

/**
 * Areas of the single pixels of a grid in square metres.
 *
 * <ul>
 *   <li>In longitude and latitude a pixel's area shrinks towards the poles: it is the area element of the ellipsoid,
 *       a^2 (1 - e^2) cos(lat) / (1 - e^2 sin^2(lat))^2 per square radian (the product of both radii of curvature in
 *       Snyder, Map Projections: A Working Manual, USGS 1987, equations 4-18 to 4-21), at the pixel's centre, which for
 *       pixels of 0.01 degrees is right to 1e-8 and for pixels of one degree to 2e-5.
 *   <li>In transverse Mercator, such as UTM, it is the area in the projection's plane, as other GIS have it: it differs
 *       from the earth's surface by at most 0.2 %.
 *   <li>In other projections planes may be far off, Web Mercator's by a factor, polar stereographic ones by several
 *       percent. There it is the parallelogram of the chords between the middles of opposite sides, on the ellipsoid of
 *       WGS 84, which for pixels of 10 km is right to 1e-6.
 * </ul>
 *
 * Thread-safe.
 */
public final class PixelArea {
    private final Grid grid;
    private final CoordinateReferenceSystem crs;
    private final AreaOfPixel areas;
    private final String method;

    @FunctionalInterface
    private interface AreaOfPixel {
        double at(int column, int row);
    }

    /**
     * Chooses the way to measure areas by the CRS of a grid.
     *
     * @throws DeepSaltException if its CRS is missing or measures neither degrees nor lengths
     */
    public PixelArea(Grid grid) {
        this.grid = grid;
        this.crs = grid.requireCrs("has no areas");
        double metres = crs instanceof GeographicCRS ? Double.NaN : metres();
        if (crs instanceof GeographicCRS) {
            this.areas = elements();
            this.method = "on the ellipsoid, by the latitude of each pixel";
        } else if (isTransverseMercator(crs)) {
            double inPlane = Math.abs(grid.toCrs().getDeterminant()) * metres * metres;
            this.areas = (column, row) -> inPlane;
            this.method = "in the plane of " + grid.crsName() + ", all pixels alike";
        } else {
            this.areas = chords();
            this.method = "on the ellipsoid, by the corners of each pixel";
        }
    }

    /** EPSG's name, which GeoTIFFs and WKT write with an underscore. */
    private static boolean isTransverseMercator(CoordinateReferenceSystem crs) {
        return crs instanceof ProjectedCRS projected
                && projected
                        .getConversionFromBase()
                        .getMethod()
                        .getName()
                        .getCode()
                        .replace('_', ' ')
                        .equals("Transverse Mercator");
    }

    private double metres() {
        try {
            return crs.getCoordinateSystem()
                    .getAxis(0)
                    .getUnit()
                    .getConverterToAny(SI.METRE)
                    .convert(1);
        } catch (IncommensurableException | UnconvertibleException e) {
            throw new DeepSaltException(
                    "'" + grid.crsName() + "' measures no lengths, so pixels have no area: give the layer in another"
                            + " coordinate reference system",
                    e);
        }
    }

    private AreaOfPixel elements() {
        Ellipsoid ellipsoid = CRS.getEllipsoid(crs);
        double radius = ellipsoid.getSemiMajorAxis();
        double flat = ellipsoid.getSemiMinorAxis() / radius;
        double eccentricity = 1 - flat * flat;
        double unit = Longitudes.radians(crs);
        double inPlane = Math.abs(grid.toCrs().getDeterminant()) * unit * unit;
        return (column, row) -> {
            double latitude = grid.centre(column, row).getY() * unit;
            double sine = Math.sin(latitude);
            double curved = 1 - eccentricity * sine * sine;
            double perRadian = radius * radius * (1 - eccentricity) * Math.cos(latitude) / (curved * curved);
            return inPlane * Math.max(0, perRadian);
        };
    }

    /** In space, where no meridian stands out and poles are places like others. */
    private AreaOfPixel chords() {
        CrsPath toDegrees = new CrsPath(crs, DefaultGeographicCRS.WGS84, 0);
        AffineTransform toCrs = grid.toCrs();
        return (column, row) -> {
            double[] middles = {column, row + 0.5, column + 1, row + 0.5, column + 0.5, row, column + 0.5, row + 1};
            toCrs.transform(middles, 0, middles, 0, middles.length / 2);
            toDegrees.transform(middles);
            double[] along = between(inSpace(middles, 0), inSpace(middles, 2));
            double[] down = between(inSpace(middles, 4), inSpace(middles, 6));
            double area = Math.hypot(
                    Math.hypot(along[1] * down[2] - along[2] * down[1], along[2] * down[0] - along[0] * down[2]),
                    along[0] * down[1] - along[1] * down[0]);
            if (Double.isNaN(area)) {
                throw new DeepSaltException("the pixel at column " + column + ", row " + row + " has no area: '"
                        + grid.crsName() + "' gives it no longitude and latitude; cut the layer to where it does");
            }
            return area;
        };
    }

    private static double[] between(double[] from, double[] to) {
        return new double[] {to[0] - from[0], to[1] - from[1], to[2] - from[2]};
    }

    /** Cartesian coordinates of a place on the ellipsoid in metres, Snyder 1987, section 3. */
    private static double[] inSpace(double[] degrees, int at) {
        Ellipsoid ellipsoid = DefaultGeographicCRS.WGS84.getDatum().getEllipsoid();
        double flat = ellipsoid.getSemiMinorAxis() / ellipsoid.getSemiMajorAxis();
        double longitude = Math.toRadians(degrees[at]);
        double latitude = Math.toRadians(degrees[at + 1]);
        double sine = Math.sin(latitude);
        double normal = ellipsoid.getSemiMajorAxis() / Math.sqrt(1 - (1 - flat * flat) * sine * sine);
        double fromAxis = normal * Math.cos(latitude);
        return new double[] {fromAxis * Math.cos(longitude), fromAxis * Math.sin(longitude), normal * flat * flat * sine
        };
    }

    /** The area of a pixel in square metres. */
    public double at(int column, int row) {
        return areas.at(column, row);
    }

    /** Where the areas are measured, for people. */
    public String method() {
        return method;
    }
}
