/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.SpatialBlocks;

/**
 * Rows that a split keeps together: those of one pixel, or of one block of neighbouring pixels.
 *
 * @param groups rows of each group
 * @param rows number of all rows
 */
record PixelGroups(List<int[]> groups, int rows) {
    /** One group per pixel: several samples may lie on the same one. */
    static PixelGroups pixels(Coordinates coordinates) {
        return new PixelGroups(SpatialBlocks.points(coordinates), coordinates.size());
    }

    /** One group per block of neighbouring pixels. */
    static PixelGroups blocks(Coordinates coordinates) {
        return new PixelGroups(SpatialBlocks.ofEqualPoints(coordinates), coordinates.size());
    }

    /** One group per region. */
    static PixelGroups regions(List<String> regions) {
        Map<String, List<Integer>> rows = new TreeMap<>();
        for (int row = 0; row < regions.size(); row++) {
            rows.computeIfAbsent(regions.get(row), name -> new ArrayList<>()).add(row);
        }
        List<int[]> groups = rows.values().stream()
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        return new PixelGroups(groups, regions.size());
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
