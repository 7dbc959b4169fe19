/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.tiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A square of a web map: EPSG:3857, whose world is one tile at zoom 0 and has twice as many each way with each zoom
 * more.
 *
 * @param column from the west
 * @param row from the north
 */
record MapTile(int zoom, int column, int row) {
    /** Half the side of the world in metres: half the equator of a sphere with WGS 84's larger axis. */
    private static final double HALF_WORLD = Math.PI * 6_378_137;

    private static final int FINEST = 24;
    private static final long SEED = 7;

    /** A box in degrees of WGS 84. */
    record Box(double west, double south, double east, double north) {
        boolean isFlat() {
            return !(east > west && north > south);
        }
    }

    /**
     * Tiles that touch a box, from the zoom on at which one tile is as large as it, as many zooms as it takes, in an
     * order that is the same each time and mixes zooms.
     */
    static List<MapTile> of(Box box, int count) {
        int zoom = firstZoom(box);
        List<MapTile> tiles = new ArrayList<>();
        while (tiles.size() < count && zoom <= FINEST) {
            List<MapTile> finer = touching(box, zoom);
            Collections.shuffle(finer, new Random(SEED + zoom));
            tiles.addAll(finer.subList(0, Math.min(finer.size(), count - tiles.size())));
            zoom++;
        }
        Collections.shuffle(tiles, new Random(SEED));
        return tiles;
    }

    private static int firstZoom(Box box) {
        double width = column(box.east, 0) - column(box.west, 0);
        double height = row(box.south, 0) - row(box.north, 0);
        double zoom = Math.floor(-Math.log(Math.max(width, height)) / Math.log(2));
        return (int) Math.max(0, Math.min(FINEST, zoom));
    }

    private static List<MapTile> touching(Box box, int zoom) {
        List<MapTile> tiles = new ArrayList<>();
        for (int row = (int) row(box.north, zoom); row <= row(box.south, zoom); row++) {
            for (int column = (int) column(box.west, zoom); column <= column(box.east, zoom); column++) {
                tiles.add(new MapTile(zoom, column, row));
            }
        }
        return tiles;
    }

    private static double column(double longitude, int zoom) {
        return (longitude + 180) / 360 * Math.pow(2, zoom);
    }

    private static double row(double latitude, int zoom) {
        double radians = Math.toRadians(latitude);
        double north = Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI;
        return (1 - north) / 2 * Math.pow(2, zoom);
    }

    /** Its corners in metres, as requests want them: west, south, east, north. */
    String metres() {
        double side = 2 * HALF_WORLD / Math.pow(2, zoom);
        double west = column * side - HALF_WORLD;
        double north = HALF_WORLD - row * side;
        return String.format(Locale.ROOT, "%.6f,%.6f,%.6f,%.6f", west, north - side, west + side, north);
    }
}
