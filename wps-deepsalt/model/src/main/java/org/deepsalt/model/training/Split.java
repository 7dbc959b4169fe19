/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Which labelled pixels serve what: learning, stopping early, calibrating the intervals, testing. No pixel serves two
 * purposes.
 *
 * @param training rows to learn from, 60 %
 * @param validation rows that say when to stop, 10 %
 * @param calibration rows that set the width of the intervals, 15 %
 * @param test rows that nothing has seen, 15 %
 */
public record Split(int[] training, int[] validation, int[] calibration, int[] test) {
    private static final double[] ENDS = {0.60, 0.70, 0.85};
    private static final int BLOCKS_PER_SIDE = 5;

    /** How rows are dealt out. */
    public enum Kind {
        /** Each pixel by itself: optimistic, since neighbours resemble each other. */
        RANDOM,
        /** Whole blocks of neighbouring pixels, so that test pixels have no training neighbours within their block. */
        CLUSTER
    }

    public static Split of(Kind kind, Places places, long seed) {
        return kind == Kind.RANDOM ? random(places.size(), seed) : clusters(places, seed);
    }

    private static Split random(int size, long seed) {
        List<int[]> groups = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            groups.add(new int[] {i});
        }
        return deal(groups, size, seed);
    }

    /** Strips of equal count from west to east, each cut into blocks of equal count from south to north. */
    private static Split clusters(Places places, long seed) {
        Integer[] rows = new Integer[places.size()];
        Arrays.setAll(rows, i -> i);
        Arrays.sort(rows, Comparator.comparingDouble((Integer i) -> places.longitude()[i]));
        List<int[]> blocks = new ArrayList<>();
        for (int strip = 0; strip < BLOCKS_PER_SIDE; strip++) {
            Integer[] inStrip = part(rows, strip);
            Arrays.sort(inStrip, Comparator.comparingDouble((Integer i) -> places.latitude()[i]));
            for (int block = 0; block < BLOCKS_PER_SIDE; block++) {
                blocks.add(Arrays.stream(part(inStrip, block))
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        }
        return deal(blocks, rows.length, seed);
    }

    private static Integer[] part(Integer[] rows, int index) {
        int from = (int) ((long) rows.length * index / BLOCKS_PER_SIDE);
        int to = (int) ((long) rows.length * (index + 1) / BLOCKS_PER_SIDE);
        return Arrays.copyOfRange(rows, from, to);
    }

    private static Split deal(List<int[]> groups, int size, long seed) {
        Collections.shuffle(groups, new Random(seed));
        List<List<Integer>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        int dealt = 0;
        for (int[] group : groups) {
            double middle = (dealt + group.length / 2.0) / size;
            int part = 0;
            while (part < ENDS.length && middle >= ENDS[part]) {
                part++;
            }
            for (int row : group) {
                parts.get(part).add(row);
            }
            dealt += group.length;
        }
        return new Split(sorted(parts.get(0)), sorted(parts.get(1)), sorted(parts.get(2)), sorted(parts.get(3)));
    }

    private static int[] sorted(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
