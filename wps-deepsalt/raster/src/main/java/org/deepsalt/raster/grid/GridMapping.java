/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.grid;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Arrays;
import org.deepsalt.model.DeepSaltException;

/**
 * Where the pixels of one grid lie in another one, whatever their CRSs. Between two CRSs the exact transform is taken
 * at every sixteenth pixel and interpolated linearly in between; where a probe shows that the way between is not
 * straight, as where longitudes come round or meridians meet, every pixel is transformed. Nodes and probes belong to
 * the grid, not to a window, so the answer for a pixel does not depend on the window in which it is asked. Thread-safe.
 */
public final class GridMapping {
    private static final String UNPLACED = "cannot be placed";

    private static final int SPACING = 16;
    /** Column and row in a cell. In the middle a function that is odd around it would pass for a straight one. */
    private static final int[][] PROBES = {{5, 3}, {9, 12}};

    /** Parts of the other grid's pixel by which a probe may miss. */
    private static final double STRAIGHT = 0.01;

    private final AffineTransform fromGrid;
    private final AffineTransform toGrid;
    private final CrsPath path;
    private final double turn;

    /**
     * Prepares the mapping.
     *
     * @throws DeepSaltException if one of the grids has no CRS or no transform leads from one CRS to the other
     */
    public GridMapping(Grid from, Grid to) {
        try {
            this.fromGrid = from.toCrs();
            this.toGrid = to.toCrs().createInverse();
            double pixel = Math.sqrt(Math.abs(fromGrid.getDeterminant()));
            this.path = new CrsPath(from.requireCrs(UNPLACED), to.requireCrs(UNPLACED), pixel / 2);
            this.turn = to.columnsAround();
        } catch (NoninvertibleTransformException e) {
            throw new DeepSaltException(
                    "the pixels of an image in '" + to.crsName() + "' have no size: its georeferencing is damaged", e);
        }
    }

    /**
     * Maps the centres of a window's pixels.
     *
     * @return column and row in the other grid for each pixel, row by row, with pixel centres at halves; NaN where the
     *     transform has no answer. Where the other grid's columns are longitudes they lie within one turn from its
     *     first
     */
    public double[] centres(Window window) {
        double[] at = path.isIdentity() ? exact(centresInGrid(window)) : interpolated(window);
        for (int i = 0; turn > 0 && i < at.length; i += 2) {
            at[i] -= turn * Math.floor(at[i] / turn);
        }
        return at;
    }

    private static double[] centresInGrid(Window window) {
        double[] at = new double[2 * window.pixels()];
        int i = 0;
        for (int y = window.y(); y < window.y() + window.height(); y++) {
            for (int x = window.x(); x < window.x() + window.width(); x++) {
                at[i++] = x + 0.5;
                at[i++] = y + 0.5;
            }
        }
        return at;
    }

    /** Replaces places in the one grid by those in the other. */
    private double[] exact(double[] at) {
        fromGrid.transform(at, 0, at, 0, at.length / 2);
        path.transform(at);
        toGrid.transform(at, 0, at, 0, at.length / 2);
        return at;
    }

    private double[] interpolated(Window window) {
        double[] at = new double[2 * window.pixels()];
        int left = Math.floorDiv(window.x(), SPACING);
        int top = Math.floorDiv(window.y(), SPACING);
        int columns = Math.floorDiv(window.x() + window.width() - 1, SPACING) - left + 1;
        int rows = Math.floorDiv(window.y() + window.height() - 1, SPACING) - top + 1;
        double[] nodes = lattice(left, top, columns + 1, rows + 1, 0, 0);
        boolean[] straight = new boolean[columns * rows];
        Arrays.fill(straight, true);
        for (int[] probe : PROBES) {
            double[] probes = lattice(left, top, columns, rows, probe[0], probe[1]);
            for (int i = 0; i < straight.length; i++) {
                straight[i] &= cell(nodes, columns, i).isStraight(probes[2 * i], probes[2 * i + 1], probe);
            }
        }
        for (int i = 0; i < straight.length; i++) {
            Window whole = new Window((left + i % columns) * SPACING, (top + i / columns) * SPACING, SPACING, SPACING);
            fill(window, whole, cell(nodes, columns, i), straight[i], at);
        }
        return at;
    }

    private static Cell cell(double[] nodes, int columns, int i) {
        int upper = 2 * (i / columns * (columns + 1) + i % columns);
        return new Cell(nodes, upper, upper + 2 * (columns + 1));
    }

    /** The exact mapping of one pixel's centre in each cell, by its place in the cell. */
    private double[] lattice(int left, int top, int columns, int rows, int x, int y) {
        double[] at = new double[2 * columns * rows];
        int i = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                at[i++] = (double) (left + column) * SPACING + x + 0.5;
                at[i++] = (double) (top + row) * SPACING + y + 0.5;
            }
        }
        return exact(at);
    }

    /** Fills in the pixels of a cell that lie in the window. */
    private void fill(Window window, Window whole, Cell cell, boolean straight, double[] at) {
        Window part = window.intersection(whole);
        double[] exact = straight ? new double[0] : exact(centresInGrid(part));
        int next = 0;
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int i = 2 * ((y - window.y()) * window.width() + part.x() - window.x());
            for (int x = part.x(); x < part.x() + part.width(); x++) {
                for (int axis = 0; axis < 2; axis++) {
                    at[i++] = straight ? cell.between(x - whole.x(), y - whole.y(), axis) : exact[next++];
                }
            }
        }
    }

    /**
     * Pixels between four nodes.
     *
     * @param upper where the upper left node stands in the array
     * @param lower where the lower left node stands
     */
    private record Cell(double[] nodes, int upper, int lower) {
        double between(int column, int row, int axis) {
            double u = (double) column / SPACING;
            double v = (double) row / SPACING;
            double above = nodes[upper + axis] + u * (nodes[upper + 2 + axis] - nodes[upper + axis]);
            double below = nodes[lower + axis] + u * (nodes[lower + 2 + axis] - nodes[lower + axis]);
            return above + v * (below - above);
        }

        /** Whether a probe lies where it is expected. Cells of which nothing has an answer need no closer look. */
        boolean isStraight(double east, double north, int[] probe) {
            boolean near = Math.abs(between(probe[0], probe[1], 0) - east) < STRAIGHT
                    && Math.abs(between(probe[0], probe[1], 1) - north) < STRAIGHT;
            return near || (Double.isNaN(east) && isEmpty());
        }

        private boolean isEmpty() {
            return Double.isNaN(nodes[upper])
                    && Double.isNaN(nodes[upper + 2])
                    && Double.isNaN(nodes[lower])
                    && Double.isNaN(nodes[lower + 2]);
        }
    }
}
