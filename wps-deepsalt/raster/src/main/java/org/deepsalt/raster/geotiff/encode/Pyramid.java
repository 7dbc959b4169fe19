/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The image and its overviews, each half the size of the one before. A tile of an overview is kept in memory until its
 * four parts have come, so writing tiles row by row keeps about one row of tiles per overview. Thread-safe.
 */
final class Pyramid implements AutoCloseable {
    private final List<Level> levels = new ArrayList<>();
    private final List<Map<Integer, Pending>> pending = new ArrayList<>();
    private final List<Reduction> reductions;

    private static final class Pending {
        private final float[] samples;
        private int missing;

        private Pending(int size, int missing) {
            this.samples = new float[size];
            this.missing = missing;
            Arrays.fill(samples, Float.NaN);
        }
    }

    /**
     * Opens the scratch files.
     *
     * @param reductions one per band, or empty for no overviews
     */
    Pyramid(TiffLayout layout, List<Reduction> reductions, Path folder) throws IOException {
        this.reductions = reductions;
        TiffLayout current = layout;
        levels.add(new Level(current, folder));
        pending.add(new HashMap<>());
        while (!reductions.isEmpty() && !current.withinLimit()) {
            current = current.halved();
            levels.add(new Level(current, folder));
            pending.add(new HashMap<>());
        }
    }

    List<Level> levels() {
        return levels;
    }

    void put(int column, int row, float[] samples) throws IOException {
        put(0, column, row, samples);
    }

    private void put(int depth, int column, int row, float[] samples) throws IOException {
        levels.get(depth).put(column, row, samples);
        if (depth + 1 < levels.size()) {
            float @Nullable [] complete = reduceInto(depth + 1, column, row, samples);
            if (complete != null) {
                put(depth + 1, column / 2, row / 2, complete);
            }
        }
    }

    /** Adds a tile's quarter to the overview's tile and returns that tile once it is complete, null before. */
    private float @Nullable [] reduceInto(int depth, int column, int row, float[] samples) {
        TiffLayout finer = levels.get(depth - 1).layout();
        TiffLayout coarser = levels.get(depth).layout();
        int key = (row / 2) * coarser.tileColumns() + column / 2;
        Map<Integer, Pending> waiting = pending.get(depth);
        synchronized (waiting) {
            Pending tile = waiting.computeIfAbsent(
                    key, absent -> new Pending(samples.length, parts(finer, column / 2, row / 2)));
            reduce(finer, column, row, samples, tile.samples);
            tile.missing--;
            if (tile.missing > 0) {
                return null;
            }
            waiting.remove(key);
            return tile.samples;
        }
    }

    private static int parts(TiffLayout finer, int column, int row) {
        int across = Math.min(2, finer.tileColumns() - 2 * column);
        int down = Math.min(2, finer.tileRows() - 2 * row);
        return across * down;
    }

    private void reduce(TiffLayout finer, int column, int row, float[] samples, float[] target) {
        int tile = finer.tile();
        int pixels = tile * tile;
        int right = Math.min(tile, finer.width() - column * tile) - 1;
        int bottom = Math.min(tile, finer.height() - row * tile) - 1;
        int left = (column % 2) * tile / 2;
        int top = (row % 2) * tile / 2;
        for (int band = 0; band < finer.bands(); band++) {
            Reduction reduction = reductions.get(band);
            for (int y = 0; y <= bottom; y += 2) {
                int upper = band * pixels + y * tile;
                int lower = band * pixels + Math.min(y + 1, bottom) * tile;
                int out = band * pixels + (top + y / 2) * tile + left;
                for (int x = 0; x <= right; x += 2) {
                    int next = Math.min(x + 1, right);
                    target[out + x / 2] = reduction.of(
                            samples[upper + x], samples[upper + next], samples[lower + x], samples[lower + next]);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Level level : levels) {
            level.close();
        }
    }
}
