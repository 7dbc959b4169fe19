/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

/**
 * Places on the earth, in step with the rows of a table.
 *
 * @param longitude WGS 84 degrees, east positive
 * @param latitude WGS 84 degrees, north positive
 */
public record Places(double[] longitude, double[] latitude) {
    public int size() {
        return longitude.length;
    }

    public Places select(int[] chosen) {
        double[] x = new double[chosen.length];
        double[] y = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            x[i] = longitude[chosen[i]];
            y[i] = latitude[chosen[i]];
        }
        return new Places(x, y);
    }

    /** The row that is nearest to a place by great circle; the first of equally near ones, -1 without a row. */
    public int nearest(double east, double north) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < longitude.length; i++) {
            double distance = Pairing.distance(east, north, longitude[i], latitude[i]);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }
}
