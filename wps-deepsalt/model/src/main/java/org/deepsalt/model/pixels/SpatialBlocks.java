/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.pixels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts rows into blocks of neighbouring points: five strips of about equal count from west to east, each cut into five
 * blocks from south to north. Blocks touch, but no point lies in two of them, nor does one reach into another.
 */
public final class SpatialBlocks {
    private static final int PER_SIDE = 5;

    private SpatialBlocks() {}

    private record Point(double longitude, double latitude) {}

    /** Rows of each point, in the order in which the points come first: several samples may lie on the same pixel. */
    public static List<int[]> points(Coordinates coordinates) {
        return byPoint(coordinates).values().stream().map(SpatialBlocks::rows).toList();
    }

    /** Rows of 25 blocks of about equally many points each; blocks are empty where there are fewer points. */
    public static List<int[]> ofEqualPoints(Coordinates coordinates) {
        Map<Point, List<Integer>> byPoint = byPoint(coordinates);
        Comparator<Point> eastwards =
                Comparator.comparingDouble(Point::longitude).thenComparingDouble(Point::latitude);
        Comparator<Point> northwards =
                Comparator.comparingDouble(Point::latitude).thenComparingDouble(Point::longitude);
        List<int[]> blocks = new ArrayList<>();
        for (List<Point> block : blocks(new ArrayList<>(byPoint.keySet()), eastwards, northwards)) {
            List<Integer> rows = new ArrayList<>();
            block.forEach(point -> rows.addAll(byPoint.get(point)));
            blocks.add(rows(rows));
        }
        return blocks;
    }

    /** Rows of at most 25 blocks of about equally many rows each, none empty; equal longitudes stay in one strip. */
    public static List<int[]> ofEqualRows(Coordinates coordinates) {
        Integer[] rows = new Integer[coordinates.size()];
        Arrays.setAll(rows, i -> i);
        Comparator<Integer> eastwards =
                Comparator.comparingDouble(i -> coordinates.longitude()[i]);
        Comparator<Integer> northwards =
                Comparator.comparingDouble(i -> coordinates.latitude()[i]);
        return blocks(new ArrayList<>(List.of(rows)), eastwards, northwards).stream()
                .filter(block -> !block.isEmpty())
                .map(SpatialBlocks::rows)
                .toList();
    }

    private static <T> List<List<T>> blocks(List<T> all, Comparator<T> eastwards, Comparator<T> northwards) {
        List<List<T>> blocks = new ArrayList<>();
        for (List<T> strip : cut(all, eastwards)) {
            blocks.addAll(cut(strip, northwards));
        }
        return blocks;
    }

    /** Five parts of about equal count in some order, perhaps empty; what is equal in it stays together. */
    private static <T> List<List<T>> cut(List<T> all, Comparator<T> order) {
        List<T> sorted = all.stream().sorted(order).toList();
        List<List<T>> parts = new ArrayList<>();
        int from = 0;
        for (int part = 1; part <= PER_SIDE; part++) {
            int to = Math.max(from, (int) ((long) sorted.size() * part / PER_SIDE));
            while (to > from && to < sorted.size() && order.compare(sorted.get(to - 1), sorted.get(to)) == 0) {
                to++;
            }
            parts.add(sorted.subList(from, to));
            from = to;
        }
        return parts;
    }

    private static Map<Point, List<Integer>> byPoint(Coordinates coordinates) {
        Map<Point, List<Integer>> byPoint = new LinkedHashMap<>();
        for (int i = 0; i < coordinates.size(); i++) {
            Point point = new Point(coordinates.longitude()[i], coordinates.latitude()[i]);
            byPoint.computeIfAbsent(point, key -> new ArrayList<>()).add(i);
        }
        return byPoint;
    }

    private static int[] rows(List<Integer> boxed) {
        return boxed.stream().mapToInt(Integer::intValue).toArray();
    }
}
