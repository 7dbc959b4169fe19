/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.util.Arrays;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;

/**
 * The pixels of an image in which places lie, however far apart these are: no more than a piece of a block is kept at a
 * time, and blocks without a place are not read.
 */
final class NearestPixels {
    /** Numbers that are unpacked together. */
    private static final int PIECE = 1 << 18;

    private final RasterSource source;
    private final int[] bands;
    private final double[] at;
    private final Grid grid;
    private final int seam;
    private final int width;
    private final int height;
    private final int rows;
    private final float[] found;

    private NearestPixels(RasterSource source, int[] bands, double[] at) {
        this.source = source;
        this.bands = bands;
        this.at = at;
        this.grid = source.grid();
        this.seam = grid.seam();
        this.width = Math.min(source.blockWidth(), grid.width());
        this.height = Math.min(source.blockHeight(), grid.height());
        this.rows = (int) Math.max(1, Math.min(height, PIECE / ((long) width * bands.length)));
        this.found = new float[at.length / 2 * bands.length];
    }

    /**
     * Reads pixels.
     *
     * @param at column and row in the image of one place after the other
     * @return the values of the bands, place after place; NaN outside the image and where it has no data
     */
    static float[] read(RasterSource source, int[] bands, double[] at) {
        NearestPixels pixels = new NearestPixels(source, bands, at);
        Arrays.fill(pixels.found, Float.NaN);
        long[] order = pixels.inOrderOfPieces();
        int from = 0;
        for (int to = 1; to <= order.length; to++) {
            if (to == order.length || order[to] >>> Integer.SIZE != order[from] >>> Integer.SIZE) {
                pixels.readPiece(order, from, to);
                from = to;
            }
        }
        return pixels.found;
    }

    /** The piece in which a place lies in the upper half, the place's number in the lower. */
    private long[] inOrderOfPieces() {
        long[] order = new long[at.length / 2];
        int count = 0;
        for (int i = 0; i < order.length; i++) {
            if (grid.holds(at[2 * i], at[2 * i + 1])) {
                order[count++] = piece(column(i), row(i)) << Integer.SIZE | i;
            }
        }
        long[] inside = Arrays.copyOf(order, count);
        Arrays.sort(inside);
        return inside;
    }

    /** Pieces of a block follow each other from its top down, since packed rows are unpacked in this order. */
    private long piece(int column, int row) {
        long block = (long) (row / height) * ((grid.width() - 1) / width + 1) + column / width;
        return Math.toIntExact(block * ((height - 1) / rows + 1) + row % height / rows);
    }

    private int column(int place) {
        int column = (int) at[2 * place];
        return seam > 0 ? Math.floorMod(column, seam) : Math.min(column, grid.width() - 1);
    }

    private int row(int place) {
        return (int) at[2 * place + 1];
    }

    private void readPiece(long[] order, int from, int to) {
        Window window = new Window(column((int) order[from]), row((int) order[from]), 1, 1);
        for (int i = from + 1; i < to; i++) {
            int column = column((int) order[i]);
            int row = row((int) order[i]);
            if (!window.holds(column, row)) {
                window = window.union(new Window(column, row, 1, 1));
            }
        }
        float[] values = new float[window.pixels() * bands.length];
        source.values(window, bands, values);
        for (int i = from; i < to; i++) {
            int place = (int) order[i];
            int pixel = (row(place) - window.y()) * window.width() + column(place) - window.x();
            System.arraycopy(values, pixel * bands.length, found, place * bands.length, bands.length);
        }
    }
}
