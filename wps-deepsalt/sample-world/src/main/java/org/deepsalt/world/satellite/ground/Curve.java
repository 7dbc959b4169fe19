/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

/**
 * A smooth curve through given points that never swings beyond them: piecewise cubic with the slopes of Fritsch and
 * Butland (1984). Constant beyond its ends. Immutable.
 */
final class Curve {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    private Curve(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.slope = slopes(x, y);
    }

    /** A curve through points given as x, y, x, y and so on, x ascending. */
    static Curve through(double... points) {
        int count = points.length / 2;
        double[] x = new double[count];
        double[] y = new double[count];
        for (int i = 0; i < count; i++) {
            x[i] = points[2 * i];
            y[i] = points[2 * i + 1];
        }
        return new Curve(x, y);
    }

    double at(double position) {
        int last = x.length - 1;
        if (position <= x[0]) {
            return y[0];
        }
        if (position >= x[last]) {
            return y[last];
        }
        int i = 0;
        while (x[i + 1] < position) {
            i++;
        }
        double width = x[i + 1] - x[i];
        double t = (position - x[i]) / width;
        double s = 1 - t;
        return y[i] * s * s * (1 + 2 * t)
                + y[i + 1] * t * t * (3 - 2 * t)
                + width * s * t * (slope[i] * s - slope[i + 1] * t);
    }

    private static double[] slopes(double[] x, double[] y) {
        double[] slopes = new double[x.length];
        for (int i = 1; i < x.length - 1; i++) {
            double before = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            double after = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            slopes[i] = before * after > 0 ? 2 * before * after / (before + after) : 0;
        }
        return slopes;
    }
}
