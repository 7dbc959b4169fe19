/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Arrays;
import org.deepsalt.model.DeepSaltException;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/**
 * Where the pixels of one grid lie in another one, whatever their CRSs. Between two CRSs the exact transform is taken
 * at every sixteenth pixel and interpolated linearly in between; these nodes belong to the grid, not to a window, so the
 * answer for a pixel does not depend on the window in which it is asked. Thread-safe.
 */
public final class GridMapping {
    private static final int SPACING = 16;

    private final AffineTransform fromGrid;
    private final AffineTransform toGrid;
    private final MathTransform betweenCrs;

    /**
     * Prepares the mapping.
     *
     * @throws DeepSaltException if one of the grids has no CRS or no transform leads from one CRS to the other
     */
    public GridMapping(Grid from, Grid to) {
        if (from.crs() == null || to.crs() == null) {
            throw new DeepSaltException("an image without a coordinate reference system cannot be placed:"
                    + " give it one in its file or in the catalog");
        }
        try {
            this.fromGrid = from.toCrs();
            this.toGrid = to.toCrs().createInverse();
            MathTransform transform = CRS.findMathTransform(from.crs(), to.crs(), true);
            this.betweenCrs = transform.isIdentity() ? null : transform;
        } catch (FactoryException | NoninvertibleTransformException e) {
            throw new DeepSaltException(
                    "no transform leads from '" + from.crsName() + "' to '" + to.crsName()
                            + "': give the layer in another coordinate reference system",
                    e);
        }
    }

    /**
     * Maps the centres of a window's pixels.
     *
     * @return column and row in the other grid for each pixel, row by row, with pixel centres at halves; NaN where the
     *     transform has no answer
     */
    public double[] centres(Window window) {
        double[] at = new double[2 * window.pixels()];
        if (betweenCrs == null) {
            int i = 0;
            for (int y = window.y(); y < window.y() + window.height(); y++) {
                for (int x = window.x(); x < window.x() + window.width(); x++) {
                    at[i++] = x + 0.5;
                    at[i++] = y + 0.5;
                }
            }
            affine(at);
        } else {
            interpolate(window, at);
        }
        return at;
    }

    private void affine(double[] at) {
        fromGrid.transform(at, 0, at, 0, at.length / 2);
        toGrid.transform(at, 0, at, 0, at.length / 2);
    }

    private void interpolate(Window window, double[] at) {
        int left = Math.floorDiv(window.x(), SPACING);
        int top = Math.floorDiv(window.y(), SPACING);
        int columns = Math.floorDiv(window.x() + window.width() - 1, SPACING) - left + 2;
        int rows = Math.floorDiv(window.y() + window.height() - 1, SPACING) - top + 2;
        double[] nodes = nodes(left, top, columns, rows);
        int i = 0;
        for (int y = window.y(); y < window.y() + window.height(); y++) {
            int row = Math.floorDiv(y, SPACING) - top;
            double v = (double) Math.floorMod(y, SPACING) / SPACING;
            for (int x = window.x(); x < window.x() + window.width(); x++) {
                int column = Math.floorDiv(x, SPACING) - left;
                double u = (double) Math.floorMod(x, SPACING) / SPACING;
                int upper = 2 * (row * columns + column);
                int lower = upper + 2 * columns;
                for (int axis = 0; axis < 2; axis++) {
                    double above = nodes[upper + axis] + u * (nodes[upper + 2 + axis] - nodes[upper + axis]);
                    double below = nodes[lower + axis] + u * (nodes[lower + 2 + axis] - nodes[lower + axis]);
                    at[i++] = above + v * (below - above);
                }
            }
        }
    }

    /** The exact mapping of the centres of every sixteenth pixel. */
    private double[] nodes(int left, int top, int columns, int rows) {
        double[] nodes = new double[2 * columns * rows];
        int i = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                nodes[i++] = (double) (left + column) * SPACING + 0.5;
                nodes[i++] = (double) (top + row) * SPACING + 0.5;
            }
        }
        fromGrid.transform(nodes, 0, nodes, 0, nodes.length / 2);
        try {
            betweenCrs.transform(nodes, 0, nodes, 0, nodes.length / 2);
        } catch (TransformException e) {
            transformOneByOne(nodes);
        }
        toGrid.transform(nodes, 0, nodes, 0, nodes.length / 2);
        return nodes;
    }

    private void transformOneByOne(double[] nodes) {
        for (int i = 0; i < nodes.length; i += 2) {
            try {
                betweenCrs.transform(nodes, i, nodes, i, 1);
            } catch (TransformException e) {
                Arrays.fill(nodes, i, i + 2, Double.NaN);
            }
        }
    }
}
