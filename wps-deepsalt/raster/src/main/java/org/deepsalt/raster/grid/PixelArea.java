/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import javax.measure.IncommensurableException;
import javax.measure.UnconvertibleException;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.referencing.CRS;
import si.uom.SI;

/**
 * Areas of the single pixels of a grid in square metres. In degrees a pixel's area shrinks towards the poles: it is the
 * area element of the ellipsoid, a^2 (1 - e^2) cos(lat) / (1 - e^2 sin^2(lat))^2 per square radian (the product of both
 * radii of curvature in Snyder, Map Projections: A Working Manual, USGS 1987, equations 4-18 to 4-21), at the pixel's
 * centre, which for pixels of 0.01 degrees is right to 1e-8 and for pixels of one degree to 2e-5. In a projection it is
 * the area in the projection's plane, as other GIS have it: UTM differs from the earth's surface by at most 0.2 %,
 * Web Mercator by a factor. Immutable.
 */
public final class PixelArea {
    private final Grid grid;
    private final double inPlane;
    private final boolean degrees;
    private final double radius;
    private final double eccentricity;

    /**
     * Prepares for a grid.
     *
     * @throws DeepSaltException if its CRS is missing or measures neither degrees nor lengths
     */
    public PixelArea(Grid grid) {
        if (grid.crs() == null) {
            throw new DeepSaltException("an image without a coordinate reference system has no areas:"
                    + " give it one in its file or in the catalog");
        }
        this.grid = grid;
        this.degrees = grid.crs() instanceof GeographicCRS;
        double unit = degrees ? Math.toRadians(1) : metres(grid);
        this.inPlane = Math.abs(grid.toCrs().getDeterminant()) * unit * unit;
        Ellipsoid ellipsoid = degrees ? CRS.getEllipsoid(grid.crs()) : null;
        this.radius = degrees ? ellipsoid.getSemiMajorAxis() : 1;
        double flat = degrees ? ellipsoid.getSemiMinorAxis() / radius : 1;
        this.eccentricity = 1 - flat * flat;
    }

    private static double metres(Grid grid) {
        try {
            return grid.crs()
                    .getCoordinateSystem()
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

    /** The area of a pixel in square metres. */
    public double at(int column, int row) {
        if (!degrees) {
            return inPlane;
        }
        double latitude = Math.toRadians(grid.centre(column, row).getY());
        double sine = Math.sin(latitude);
        double curved = 1 - eccentricity * sine * sine;
        double perRadian = radius * radius * (1 - eccentricity) * Math.cos(latitude) / (curved * curved);
        return inPlane * Math.max(0, perRadian);
    }

    /** Where the areas are measured, for people. */
    public String method() {
        return degrees
                ? "on the ellipsoid, by the latitude of each pixel"
                : "in the plane of " + grid.crsName() + ", all pixels alike";
    }
}
