/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.pixels.Coordinates;

/**
 * Deals rows into folds by blocks of neighbouring places, so that no row is predicted from its neighbours: pixels side
 * by side resemble each other, and a search that may use that prefers whatever memorises. Rows whose places are all the
 * same are dealt one by one. Few rows are dealt several times.
 */
final class Folds {
    static final int COUNT = 4;
    private static final int BLOCKS_PER_SIDE = 5;
    private static final int ENOUGH_ROWS = 240;
    private static final int MOST_DEALS = 4;

    private Folds() {}

    /**
     * Splits rows into folds.
     *
     * @return held-out rows of each fold, ascending; every {@link #COUNT} of them hold every row once
     */
    static List<int[]> deal(Coordinates coordinates, long seed) {
        int deals = Math.max(1, Math.min(MOST_DEALS, (ENOUGH_ROWS + coordinates.size() - 1) / coordinates.size()));
        List<int[]> blocks = blocks(coordinates);
        Random random = new Random(seed);
        List<int[]> folds = new ArrayList<>();
        for (int deal = 0; deal < deals; deal++) {
            Collections.shuffle(blocks, random);
            folds.addAll(dealt(blocks));
        }
        return folds;
    }

    /** Each block, in their shuffled order, goes to the fold that has the fewest rows. */
    private static List<int[]> dealt(List<int[]> blocks) {
        int[][] folds = new int[COUNT][0];
        for (int[] block : blocks) {
            int least = 0;
            for (int fold = 1; fold < COUNT; fold++) {
                if (folds[fold].length < folds[least].length) {
                    least = fold;
                }
            }
            int[] old = folds[least];
            folds[least] = Arrays.copyOf(old, old.length + block.length);
            System.arraycopy(block, 0, folds[least], old.length, block.length);
        }
        for (int[] fold : folds) {
            Arrays.sort(fold);
        }
        return List.of(folds);
    }

    /** Strips from west to east, each cut from south to north, of about equal count; one place is never cut in two. */
    private static List<int[]> blocks(Coordinates coordinates) {
        List<int[]> blocks = byPlace(coordinates);
        if (blocks.size() >= 2 * COUNT) {
            return blocks;
        }
        List<int[]> single = new ArrayList<>();
        for (int row = 0; row < coordinates.size(); row++) {
            single.add(new int[] {row});
        }
        return single;
    }

    private static List<int[]> byPlace(Coordinates coordinates) {
        Integer[] rows = new Integer[coordinates.size()];
        Arrays.setAll(rows, i -> i);
        Comparator<Integer> eastwards =
                Comparator.comparingDouble(i -> coordinates.longitude()[i]);
        Comparator<Integer> northwards =
                Comparator.comparingDouble(i -> coordinates.latitude()[i]);
        List<int[]> blocks = new ArrayList<>();
        for (Integer[] strip : cut(rows, eastwards)) {
            for (Integer[] block : cut(strip, northwards)) {
                blocks.add(Arrays.stream(block).mapToInt(Integer::intValue).toArray());
            }
        }
        return blocks;
    }

    private static List<Integer[]> cut(Integer[] rows, Comparator<Integer> order) {
        Arrays.sort(rows, order);
        List<Integer[]> parts = new ArrayList<>();
        int from = 0;
        for (int part = 1; part <= BLOCKS_PER_SIDE; part++) {
            int to = (int) ((long) rows.length * part / BLOCKS_PER_SIDE);
            while (to > from && to < rows.length && order.compare(rows[to - 1], rows[to]) == 0) {
                to++;
            }
            if (to > from) {
                parts.add(Arrays.copyOfRange(rows, from, to));
                from = to;
            }
        }
        return parts;
    }

    /** The rows that are not held out. */
    static int[] others(int size, int[] heldOut) {
        int[] rows = new int[size - heldOut.length];
        int filled = 0;
        int next = 0;
        for (int row = 0; row < size; row++) {
            if (next < heldOut.length && heldOut[next] == row) {
                next++;
            } else {
                rows[filled++] = row;
            }
        }
        return rows;
    }
}
