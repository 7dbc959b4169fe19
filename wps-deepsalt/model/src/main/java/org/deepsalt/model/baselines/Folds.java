/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.SpatialBlocks;

/**
 * Splits rows into folds by {@link SpatialBlocks}, so that no row is predicted from its neighbours: pixels side by
 * side resemble each other, and a search that may use that prefers whatever memorises. Rows whose coordinates are all
 * the same are split one by one. Few rows are split several times.
 */
final class Folds {
    static final int COUNT = 4;
    private static final int ENOUGH_ROWS = 240;
    private static final int MOST_SPLITS = 4;

    private Folds() {}

    /**
     * Splits rows into folds.
     *
     * @return held-out rows of each fold, ascending; every {@link #COUNT} of them hold every row once
     */
    static List<int[]> split(Coordinates coordinates, long seed) {
        int splits = Math.max(1, Math.min(MOST_SPLITS, (ENOUGH_ROWS + coordinates.size() - 1) / coordinates.size()));
        List<int[]> blocks = blocks(coordinates);
        Random random = new Random(seed);
        List<int[]> folds = new ArrayList<>();
        for (int split = 0; split < splits; split++) {
            Collections.shuffle(blocks, random);
            folds.addAll(assigned(blocks));
        }
        return folds;
    }

    /** Each block, in their shuffled order, goes to the fold that has the fewest rows. */
    private static List<int[]> assigned(List<int[]> blocks) {
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

    /** Spatial blocks, or single rows where there are too few blocks. */
    private static List<int[]> blocks(Coordinates coordinates) {
        List<int[]> blocks = SpatialBlocks.ofEqualRows(coordinates);
        if (blocks.size() >= 2 * COUNT) {
            return new ArrayList<>(blocks);
        }
        List<int[]> single = new ArrayList<>();
        for (int row = 0; row < coordinates.size(); row++) {
            single.add(new int[] {row});
        }
        return single;
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
