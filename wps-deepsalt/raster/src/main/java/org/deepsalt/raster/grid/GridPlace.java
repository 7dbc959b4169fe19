/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Finds the pixel of a grid at a longitude and latitude. Thread-safe. */
public final class GridPlace {
    /** Degrees, some ten metres, by which a place may miss itself on the way to the grid's CRS and back. */
    private static final double TOLERANCE = 1e-4;
    /** Longitudes may count on beyond 180; with numbers beyond all measure, projections fail in ways of their own. */
    private static final int MOST_LONGITUDE = 540;

    private static final int MOST_LATITUDE = 90;

    private final Grid grid;
    private final CrsPath toGridCrs;

    private GridPlace(Grid grid, CrsPath toGridCrs) {
        this.grid = grid;
        this.toGridCrs = toGridCrs;
    }

    /**
     * Prepares to find pixels by WGS 84 degrees.
     *
     * @throws DeepSaltException if the grid has no CRS or nothing leads from degrees to the grid's CRS
     */
    public static GridPlace ofDegrees(Grid grid) {
        return new GridPlace(grid, new CrsPath(DefaultGeographicCRS.WGS84, grid.requireCrs("has no place"), TOLERANCE));
    }

    /** The pixel as a window of its own, empty if the place lies outside the grid or the earth, or
     * the CRS of the grid knows no such place. */
    public Optional<Window> pixel(double longitude, double latitude) {
        if (!(Math.abs(longitude) <= MOST_LONGITUDE && Math.abs(latitude) <= MOST_LATITUDE)) {
            return Optional.empty();
        }
        try {
            double[] at = {longitude, latitude};
            toGridCrs.transform(at);
            Point2D inGrid = grid.toCrs().inverseTransform(new Point2D.Double(at[0], at[1]), null);
            double turn = grid.columnsAround();
            double column = inGrid.getX() - (turn > 0 ? turn * Math.floor(inGrid.getX() / turn) : 0);
            double row = inGrid.getY();
            boolean inside = column >= 0 && row >= 0 && column < grid.width() && row < grid.height();
            return inside ? Optional.of(new Window((int) column, (int) row, 1, 1)) : Optional.empty();
        } catch (NoninvertibleTransformException e) {
            return Optional.empty();
        }
    }
}
