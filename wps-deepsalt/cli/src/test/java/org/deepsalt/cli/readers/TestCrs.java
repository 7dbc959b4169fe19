/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli.readers;

import java.util.ArrayList;
import java.util.List;

/**
 * The GeoTIFF keys of a CRS and a place in it.
 *
 * @param name for messages
 * @param keys triples of key, tag of the value (0 for the value itself) and value or place in {@code doubles}
 * @param doubles values of the keys that are no whole numbers
 * @param ascii texts of the keys that are texts
 * @param x of the upper left corner
 * @param y of the upper left corner
 * @param pixel side of a pixel in the CRS's units
 * @param metres of such a unit
 */
record TestCrs(
        String name,
        List<int[]> keys,
        double[] doubles,
        String ascii,
        double x,
        double y,
        double pixel,
        double metres) {
    static final int DOUBLES = 34736;
    static final int ASCII = 34737;

    static TestCrs projected(int code, double x, double y) {
        return new TestCrs("EPSG:" + code, List.of(key(1024, 1), key(3072, code)), new double[0], "", x, y, 30, 1);
    }

    static TestCrs geographic(int code, double longitude, double latitude) {
        return new TestCrs(
                "EPSG:" + code,
                List.of(key(1024, 2), key(2048, code)),
                new double[0],
                "",
                longitude,
                latitude,
                0.0003,
                111_320);
    }

    /** As MODIS tiles have it: a sphere and a sinusoidal projection, spelled out. */
    static TestCrs sinusoidal(double x, double y) {
        return spelled(
                "sinusoidal on a sphere", 24, x, y, 6371007.181, 6371007.181, new int[] {3088, 3082, 3083}, 0, 0, 0);
    }

    /**
     * A projection on a spheroid, spelled out parameter by parameter.
     *
     * @param method value of ProjCoordTransGeoKey
     * @param keys of the parameters in ascending order
     */
    static TestCrs spelled(
            String name, int method, double x, double y, double major, double minor, int[] keys, double... parameters) {
        List<int[]> all = new ArrayList<>(List.of(
                key(1024, 1),
                key(2048, 32767),
                key(2050, 32767),
                key(2054, 9102),
                key(2056, 32767),
                new int[] {2057, DOUBLES, 0},
                new int[] {2058, DOUBLES, 1},
                key(3072, 32767),
                key(3074, 32767),
                key(3075, method),
                key(3076, 9001)));
        double[] doubles = new double[2 + keys.length];
        doubles[0] = major;
        doubles[1] = minor;
        for (int i = 0; i < keys.length; i++) {
            doubles[2 + i] = parameters[i];
            all.add(new int[] {keys[i], DOUBLES, 2 + i});
        }
        return new TestCrs(name, List.copyOf(all), doubles, "", x, y, 30, 1);
    }

    /** No keys but a text that says what no key can. */
    static TestCrs text(String name, String wkt, double x, double y) {
        String ascii = "ESRI PE String = " + wkt + "|";
        List<int[]> keys = List.of(key(1024, 1), key(3072, 32767), new int[] {3073, ASCII, 0});
        return new TestCrs(name, keys, new double[0], ascii, x, y, 30, 1);
    }

    static TestCrs none() {
        return new TestCrs("none", List.of(), new double[0], "", 500_000, 4_300_000, 30, 1);
    }

    private static int[] key(int id, int value) {
        return new int[] {id, 0, value};
    }

    /** The tag GeoKeyDirectory. */
    int[] directory(boolean point) {
        List<int[]> all = new ArrayList<>(keys);
        all.add(key(1025, point ? 2 : 1));
        all.sort((one, other) -> Integer.compare(one[0], other[0]));
        int[] numbers = new int[4 + 4 * all.size()];
        numbers[0] = 1;
        numbers[1] = 1;
        numbers[3] = all.size();
        for (int i = 0; i < all.size(); i++) {
            int[] key = all.get(i);
            numbers[4 + 4 * i] = key[0];
            numbers[5 + 4 * i] = key[1];
            numbers[6 + 4 * i] = key[1] == ASCII ? ascii.length() : 1;
            numbers[7 + 4 * i] = key[2];
        }
        return numbers;
    }
}
