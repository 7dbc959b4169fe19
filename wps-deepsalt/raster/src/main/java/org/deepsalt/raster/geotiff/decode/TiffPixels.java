/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.grid.BlockedImage;
import org.deepsalt.raster.grid.Window;

/**
 * The pixels of one of a TIFF's images, decoded straight into a window's numbers: strips and tiles, bands together or
 * apart, as they are, LZW, deflate or runs of bytes, with all predictors, in whole numbers of 8, 16 and 32 bits and
 * floats of 16, 32 and 64. Keeps no blocks in memory. Thread-safe; threads read at the same time.
 */
public final class TiffPixels implements BlockedImage {
    /** Bands that are decoded before they are put between each other: as many floats as a line of a cache holds. */
    private static final int GROUP = 16;

    private final TiffFile file;
    private final TiffBlocks blocks;
    private final MissingNumbers missing;
    private final List<BlockReader> idle = new ArrayList<>();

    private TiffPixels(TiffFile file, TiffBlocks blocks, List<Optional<Double>> noData) {
        this.file = file;
        this.blocks = blocks;
        this.missing = new MissingNumbers(blocks.format(), noData);
    }

    /**
     * The pixels of a file, NaN where they are those that its tags or side file call nodata; empty where it is packed
     * or coded in a way that we do not read.
     */
    public static Optional<TiffPixels> of(TiffFile file) {
        return of(file, file.directories().get(0));
    }

    /** The same for an overview. */
    public static Optional<TiffPixels> of(TiffFile file, TiffOverview overview) {
        return of(file, overview.image());
    }

    private static Optional<TiffPixels> of(TiffFile file, TiffDirectory image) {
        return TiffBlocks.of(file, image).map(blocks -> new TiffPixels(file, blocks, file.noDataOfBands()));
    }

    /** The numbers of one of a file's images as they are, whatever the file calls nodata. */
    public static Optional<TiffPixels> plain(TiffFile file, TiffDirectory image) {
        return TiffBlocks.of(file, image)
                .map(blocks -> new TiffPixels(file, blocks, Collections.nCopies(blocks.bands(), Optional.empty())));
    }

    @Override
    public int width() {
        return blocks.width();
    }

    @Override
    public int height() {
        return blocks.height();
    }

    @Override
    public int bands() {
        return blocks.bands();
    }

    @Override
    public int blockWidth() {
        return blocks.blockWidth();
    }

    @Override
    public int blockHeight() {
        return blocks.blockHeight();
    }

    @Override
    public void read(Window window, int[] bands, float[] target) throws IOException {
        BlockReader reader = borrow(window);
        try {
            if (blocks.interleaved()) {
                readTogether(reader, window, bands, target);
            } else {
                readApart(reader, window, bands, target);
            }
        } finally {
            giveBack(reader);
        }
    }

    /** Rows without any byte but 0 are not decoded. */
    @Override
    public void countNonZero(Window window, int[] bands, int[] counts) throws IOException {
        Arrays.fill(counts, 0, window.pixels(), 0);
        boolean skip = !missing.holdZero();
        BlockReader reader = borrow(window);
        try {
            if (blocks.interleaved()) {
                decode(
                        reader,
                        window,
                        0,
                        skip,
                        (place, from, pixels, numbers) ->
                                count(numbers, from * blocks.bands(), bands, counts, place, pixels));
            } else {
                int[] itself = {0};
                for (int band : bands) {
                    decode(
                            reader,
                            window,
                            band,
                            skip,
                            (place, from, pixels, numbers) -> count(numbers, from, itself, counts, place, pixels));
                }
            }
        } finally {
            giveBack(reader);
        }
    }

    private void count(float[] numbers, int from, int[] bands, int[] counts, int place, int pixels) {
        int step = blocks.perPixel();
        for (int pixel = 0; pixel < pixels; pixel++) {
            int found = 0;
            for (int band : bands) {
                found += numbers[from + pixel * step + band] != 0 ? 1 : 0;
            }
            counts[place + pixel] += found;
        }
    }

    private void readTogether(BlockReader reader, Window window, int[] bands, float[] target) throws IOException {
        int count = blocks.bands();
        decode(reader, window, 0, false, (place, from, pixels, numbers) -> {
            int out = place * bands.length;
            for (int pixel = from; pixel < from + pixels; pixel++) {
                int in = pixel * count;
                for (int band : bands) {
                    target[out++] = numbers[in + band];
                }
            }
        });
    }

    /** A band at a time would write into every line of the cache once per band. */
    private void readApart(BlockReader reader, Window window, int[] bands, float[] target) throws IOException {
        int pixels = window.pixels();
        float[] group = new float[Math.min(GROUP, bands.length) * pixels];
        for (int first = 0; first < bands.length; first += GROUP) {
            int count = Math.min(GROUP, bands.length - first);
            for (int i = 0; i < count; i++) {
                int start = i * pixels;
                decode(
                        reader,
                        window,
                        bands[first + i],
                        false,
                        (place, from, length, numbers) ->
                                System.arraycopy(numbers, from, group, start + place, length));
            }
            for (int pixel = 0; pixel < pixels; pixel++) {
                int out = pixel * bands.length + first;
                for (int i = 0; i < count; i++) {
                    target[out + i] = group[i * pixels + pixel];
                }
            }
        }
    }

    /** Takes a part of a row of the window. */
    @FunctionalInterface
    private interface PartUse {
        /**
         * Takes pixels that lie side by side.
         *
         * @param place of the first one in the window
         * @param from the first one's place in the block's row
         * @param pixels how many
         * @param numbers of the block's row
         */
        void take(int place, int from, int pixels, float[] numbers);
    }

    /** @param skipZeros whether rows without any byte but 0 are of no use */
    private void decode(BlockReader reader, Window window, int band, boolean skipZeros, PartUse use)
            throws IOException {
        for (int row = firstRow(window); row <= lastRow(window); row++) {
            for (int column = firstColumn(window); column <= lastColumn(window); column++) {
                Window block = blocks.window(column, row);
                Window part = block.intersection(window);
                int place = (block.y() - window.y()) * window.width() + part.x() - window.x();
                int from = part.x() - block.x();
                int top = part.y() - block.y();
                reader.rows(
                        blocks.block(column, row, band),
                        top,
                        top + part.height(),
                        block.height(),
                        skipZeros,
                        (line, numbers) -> use.take(place + line * window.width(), from, part.width(), numbers));
            }
        }
    }

    private int firstRow(Window window) {
        return window.y() / blocks.blockHeight();
    }

    private int lastRow(Window window) {
        return (window.y() + window.height() - 1) / blocks.blockHeight();
    }

    private int firstColumn(Window window) {
        return window.x() / blocks.blockWidth();
    }

    private int lastColumn(Window window) {
        return (window.x() + window.width() - 1) / blocks.blockWidth();
    }

    /** The reader that is furthest in the block where the window begins, a new one if none is idle. */
    private BlockReader borrow(Window window) throws IOException {
        int block = blocks.block(firstColumn(window), firstRow(window), 0);
        int row = window.y() - firstRow(window) * blocks.blockHeight();
        synchronized (idle) {
            BlockReader best = null;
            for (BlockReader reader : idle) {
                if (best == null || reader.rowsAhead(block, row) > best.rowsAhead(block, row)) {
                    best = reader;
                }
            }
            if (best != null) {
                idle.remove(best);
                return best;
            }
        }
        return new BlockReader(file.path(), blocks, missing);
    }

    private void giveBack(BlockReader reader) {
        synchronized (idle) {
            idle.add(reader);
        }
    }

    @Override
    public void finish() throws IOException {
        synchronized (idle) {
            for (BlockReader reader : idle) {
                reader.leave();
            }
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            try {
                for (BlockReader reader : idle) {
                    reader.close();
                }
            } catch (IOException e) {
                throw new DeepSaltException(
                        "'" + file.path().getFileName() + "' cannot be closed: " + e.getMessage(), e);
            }
            idle.clear();
        }
    }
}
