/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deepsalt.model.pixels.Coordinates;

/**
 * Rows that a split keeps together: those of one pixel, or of one block of neighbouring pixels.
 *
 * @param groups rows of each group
 * @param rows number of all rows
 */
record PixelGroups(List<int[]> groups, int rows) {
    private static final int BLOCKS_PER_SIDE = 5;

    private record Place(double longitude, double latitude) {}

    /** One group per pixel: several samples may lie on the same one. */
    static PixelGroups pixels(Coordinates coordinates) {
        Map<Place, List<Integer>> byPlace = byPlace(coordinates);
        return new PixelGroups(byPlace.values().stream().map(PixelGroups::rows).toList(), coordinates.size());
    }

    /**
     * Strips of about equal count from west to east, each cut into blocks of about equal count from south to north.
     * Blocks touch, but no place lies in two of them, nor does one reach into another.
     */
    static PixelGroups blocks(Coordinates coordinates) {
        Map<Place, List<Integer>> byPlace = byPlace(coordinates);
        List<Place> all = new ArrayList<>(byPlace.keySet());
        all.sort(Comparator.comparingDouble(Place::longitude).thenComparingDouble(Place::latitude));
        List<int[]> blocks = new ArrayList<>();
        for (int strip = 0; strip < BLOCKS_PER_SIDE; strip++) {
            List<Place> inStrip = new ArrayList<>(part(all, strip));
            inStrip.sort(Comparator.comparingDouble(Place::latitude).thenComparingDouble(Place::longitude));
            for (int block = 0; block < BLOCKS_PER_SIDE; block++) {
                List<Integer> rows = new ArrayList<>();
                part(inStrip, block).forEach(place -> rows.addAll(byPlace.get(place)));
                blocks.add(rows(rows));
            }
        }
        return new PixelGroups(blocks, coordinates.size());
    }

    private static Map<Place, List<Integer>> byPlace(Coordinates coordinates) {
        Map<Place, List<Integer>> byPlace = new LinkedHashMap<>();
        for (int i = 0; i < coordinates.size(); i++) {
            Place place = new Place(coordinates.longitude()[i], coordinates.latitude()[i]);
            byPlace.computeIfAbsent(place, key -> new ArrayList<>()).add(i);
        }
        return byPlace;
    }

    private static List<Place> part(List<Place> all, int index) {
        int from = (int) ((long) all.size() * index / BLOCKS_PER_SIDE);
        int to = (int) ((long) all.size() * (index + 1) / BLOCKS_PER_SIDE);
        return all.subList(from, to);
    }

    private static int[] rows(List<Integer> boxed) {
        return boxed.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Assigns the groups to parts in random order.
     *
     * @param ends share of the rows up to which each part but the last one is filled, ascending
     * @return rows of each part, ascending
     */
    List<int[]> assign(double[] ends, long seed) {
        List<int[]> shuffled = new ArrayList<>(groups);
        Collections.shuffle(shuffled, new Random(seed));
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i <= ends.length; i++) {
            parts.add(new ArrayList<>());
        }
        int assigned = 0;
        for (int[] group : shuffled) {
            double middle = (assigned + group.length / 2.0) / rows;
            int part = 0;
            while (part < ends.length && middle >= ends[part]) {
                part++;
            }
            Arrays.stream(group).forEach(parts.get(part)::add);
            assigned += group.length;
        }
        return parts.stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).sorted().toArray())
                .toList();
    }
}
