/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.pixels;

import java.util.stream.DoubleStream;

/**
 * Geographic coordinates, in step with the rows of a table.
 *
 * @param longitude WGS 84 degrees, east positive
 * @param latitude WGS 84 degrees, north positive
 */
public record Coordinates(double[] longitude, double[] latitude) {
    /** Mean radius of the earth in km (IUGG). */
    public static final double EARTH_RADIUS_KM = 6371.0088;

    /** Number of places. */
    public int size() {
        return longitude.length;
    }

    /** These places and others after them. */
    public Coordinates above(Coordinates below) {
        return new Coordinates(
                DoubleStream.concat(DoubleStream.of(longitude), DoubleStream.of(below.longitude))
                        .toArray(),
                DoubleStream.concat(DoubleStream.of(latitude), DoubleStream.of(below.latitude))
                        .toArray());
    }

    /** Some places, in the order given. */
    public Coordinates select(int[] chosen) {
        double[] x = new double[chosen.length];
        double[] y = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            x[i] = longitude[chosen[i]];
            y[i] = latitude[chosen[i]];
        }
        return new Coordinates(x, y);
    }

    /** The row that is nearest to a point by great circle; the first of equally near ones, -1 without a row. */
    public int nearest(double east, double north) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < longitude.length; i++) {
            double distance = distance(i, east, north);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Great-circle distance in km of a row from a point in WGS 84 degrees. */
    public double distance(int row, double east, double north) {
        return distance(east, north, longitude[row], latitude[row]);
    }

    /** Great-circle distance in km between points in WGS 84 degrees (haversine, mean earth radius). */
    public static double distance(double longitude1, double latitude1, double longitude2, double latitude2) {
        double phi1 = Math.toRadians(latitude1);
        double phi2 = Math.toRadians(latitude2);
        double halfLatitude = Math.sin((phi2 - phi1) / 2);
        double halfLongitude = Math.sin(Math.toRadians(longitude2 - longitude1) / 2);
        double square = halfLatitude * halfLatitude + Math.cos(phi1) * Math.cos(phi2) * halfLongitude * halfLongitude;
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, square)));
    }
}
