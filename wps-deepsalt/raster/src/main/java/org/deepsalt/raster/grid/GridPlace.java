/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Finds the pixel of a grid at a longitude and latitude. Thread-safe. */
public final class GridPlace {
    private final Grid grid;
    private final MathTransform toGridCrs;

    private GridPlace(Grid grid, MathTransform toGridCrs) {
        this.grid = grid;
        this.toGridCrs = toGridCrs;
    }

    /**
     * Prepares to find pixels by WGS 84 degrees.
     *
     * @param grid with a CRS
     * @throws DeepSaltException if nothing leads from degrees to the grid's CRS
     */
    public static GridPlace ofDegrees(Grid grid) {
        try {
            return new GridPlace(grid, CRS.findMathTransform(DefaultGeographicCRS.WGS84, grid.crs(), true));
        } catch (FactoryException e) {
            throw new DeepSaltException(
                    "longitude and latitude have no place in '" + grid.crsName() + "': check the CRS of the image", e);
        }
    }

    /** The pixel as a window of its own, empty if the place lies outside the grid or its CRS knows no such place. */
    public Optional<Window> pixel(double longitude, double latitude) {
        try {
            double[] at = {longitude, latitude};
            toGridCrs.transform(at, 0, at, 0, 1);
            Point2D inGrid = grid.toCrs().inverseTransform(new Point2D.Double(at[0], at[1]), null);
            int column = (int) Math.floor(inGrid.getX());
            int row = (int) Math.floor(inGrid.getY());
            boolean inside = column >= 0 && row >= 0 && column < grid.width() && row < grid.height();
            return inside ? Optional.of(new Window(column, row, 1, 1)) : Optional.empty();
        } catch (TransformException | NoninvertibleTransformException e) {
            return Optional.empty();
        }
    }
}
