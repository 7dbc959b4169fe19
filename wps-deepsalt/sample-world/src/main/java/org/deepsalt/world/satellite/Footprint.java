/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import java.awt.geom.Point2D;
import java.util.List;
import org.deepsalt.world.region.Place;

/**
 * The part of an ortho-rectified tile that the sensor saw: a square, slightly turned, whose corners touch the tile's
 * edges; the rest is background. Positions in m from the middle of the place. Immutable.
 */
public final class Footprint {
    /** How far the flight path, which runs south, is turned from the grid, in radians. */
    public static final double TURN = 0.035;

    private static final double COS = StrictMath.cos(TURN);
    private static final double SIN = StrictMath.sin(TURN);

    private final double half;

    Footprint(int size) {
        half = size * Place.PIXEL / 2 / (COS + SIN);
    }

    boolean contains(double x, double y) {
        return Math.abs(across(x, y)) < half && Math.abs(COS * y - SIN * x) < half;
    }

    /** Detector columns in a line. */
    int columns() {
        return (int) Math.ceil(2 * half / Place.PIXEL);
    }

    /** The detector column that saw a place inside the footprint, from 0 in the west. */
    int column(double x, double y) {
        return (int) Math.min(columns() - 1, Math.max(0, (across(x, y) + half) / Place.PIXEL));
    }

    private double across(double x, double y) {
        return COS * x + SIN * y;
    }

    /** Upper left, lower left, lower right and upper right corner. */
    public List<Point2D.Double> corners() {
        return List.of(corner(-half, half), corner(-half, -half), corner(half, -half), corner(half, half));
    }

    private static Point2D.Double corner(double across, double along) {
        return new Point2D.Double(COS * across - SIN * along, SIN * across + COS * along);
    }
}
