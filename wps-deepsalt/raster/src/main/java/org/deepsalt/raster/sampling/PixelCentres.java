/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import java.awt.geom.Point2D;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** Longitude and latitude of the pixels of a grid, WGS 84 degrees. Not thread-safe. */
public final class PixelCentres {
    private final Grid grid;
    private final MathTransform toDegrees;

    /** @throws DeepSaltException if no transform leads from the CRS of the grid to longitude and latitude */
    public PixelCentres(Grid grid) {
        this.grid = grid;
        try {
            this.toDegrees = CRS.findMathTransform(grid.crs(), DefaultGeographicCRS.WGS84, true);
        } catch (FactoryException e) {
            throw new DeepSaltException(
                    "no transform leads from the scene's CRS '" + grid.crsName() + "' to longitude and latitude", e);
        }
    }

    /** Longitude and latitude of the centre of a pixel, WGS 84 degrees. */
    public double[] of(int column, int row) {
        Point2D centre = grid.centre(column, row);
        double[] at = {centre.getX(), centre.getY()};
        try {
            toDegrees.transform(at, 0, at, 0, 1);
        } catch (TransformException e) {
            throw new DeepSaltException("a pixel of the scene has no longitude and latitude: check its CRS", e);
        }
        return at;
    }
}
