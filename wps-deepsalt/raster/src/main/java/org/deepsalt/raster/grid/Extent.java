/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.Point2D;
import java.util.Locale;
import org.deepsalt.model.DeepSaltException;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * The box of longitudes and latitudes in which the pixels of a grid lie, in WGS 84 degrees.
 *
 * @param west from -180 up to 180
 * @param east from -180 to 180; smaller than {@code west} where the box crosses the antimeridian, as RFC 7946, section
 *     5.2 has it
 */
public record Extent(double west, double south, double east, double north) {
    private static final int POINTS_PER_SIDE = 20;

    /**
     * The box around the outline of a grid.
     *
     * @throws DeepSaltException if it has no CRS or a part of it has no longitude and latitude
     */
    public static Extent of(Grid grid) {
        double[] outline = outline(grid);
        new CrsPath(grid.requireCrs("has no extent in degrees"), DefaultGeographicCRS.WGS84, 0).transform(outline);
        double first = outline[0];
        double last = first;
        double west = first;
        double east = first;
        double south = outline[1];
        double north = south;
        for (int i = 0; i < outline.length; i += 2) {
            last = Longitudes.near(outline[i], last);
            west = Math.min(west, last);
            east = Math.max(east, last);
            south = Math.min(south, outline[i + 1]);
            north = Math.max(north, outline[i + 1]);
        }
        if (!(west <= east && south <= north)) {
            throw new DeepSaltException("the place of an image in '" + grid.crsName()
                    + "' has no longitude and latitude: check its coordinate reference system");
        }
        boolean aroundPole = Math.abs(last - first) > 180;
        if (aroundPole) {
            return south > 0 ? new Extent(-180, south, 180, 90) : new Extent(-180, -90, 180, north);
        }
        return east - west >= 360
                ? new Extent(-180, south, 180, north)
                : new Extent(Longitudes.plain(west), south, Longitudes.plain(east), north);
    }

    /** Points on the four sides, the first one again at the end. */
    private static double[] outline(Grid grid) {
        double[] outline = new double[2 * (4 * POINTS_PER_SIDE + 1)];
        for (int i = 0; i <= 4 * POINTS_PER_SIDE; i++) {
            double along = (double) (i % POINTS_PER_SIDE) / POINTS_PER_SIDE;
            Point2D at =
                    switch (i / POINTS_PER_SIDE % 4) {
                        case 0 -> new Point2D.Double(along * grid.width(), 0);
                        case 1 -> new Point2D.Double(grid.width(), along * grid.height());
                        case 2 -> new Point2D.Double((1 - along) * grid.width(), grid.height());
                        default -> new Point2D.Double(0, (1 - along) * grid.height());
                    };
            grid.toCrs().transform(at, at);
            outline[2 * i] = at.getX();
            outline[2 * i + 1] = at.getY();
        }
        return outline;
    }

    /** For people, such as {@code longitude 179.512 to -179.704 and latitude 51.000 to 51.303}. */
    public String text() {
        return String.format(Locale.ROOT, "longitude %.3f to %.3f and latitude %.3f to %.3f", west, east, south, north);
    }
}
