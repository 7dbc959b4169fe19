/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.awt.geom.Point2D;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.CrsPath;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Longitudes;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * Longitude and latitude of the pixels of a grid, WGS 84 degrees. On a grid across the antimeridian longitudes go on
 * beyond 180, or below -180, so that neighbours have neighbouring ones. Thread-safe.
 */
public final class PixelCentres {
    private final Grid grid;
    private final CrsPath toDegrees;
    private final double middle;

    /** @throws DeepSaltException if no transform leads from the CRS of the grid to longitude and latitude */
    public PixelCentres(Grid grid) {
        this.grid = grid;
        this.toDegrees = new CrsPath(grid.requireCrs("has no longitudes and latitudes"), DefaultGeographicCRS.WGS84, 0);
        this.middle = degrees(grid.width() / 2, grid.height() / 2)[0];
    }

    /** Longitude and latitude of the centre of a pixel, WGS 84 degrees. */
    public double[] of(int column, int row) {
        double[] at = degrees(column, row);
        at[0] = Longitudes.near(at[0], middle);
        return at;
    }

    private double[] degrees(int column, int row) {
        Point2D centre = grid.centre(column, row);
        double[] at = {centre.getX(), centre.getY()};
        toDegrees.transform(at);
        if (Double.isNaN(at[0] + at[1])) {
            throw new DeepSaltException("the pixel at column " + column + ", row " + row
                    + " of the scene has no longitude and latitude in '" + grid.crsName() + "': check its CRS");
        }
        return at;
    }
}
