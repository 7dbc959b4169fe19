/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.deepsalt.raster.geotiff.unpack.Compression;
import org.deepsalt.raster.geotiff.unpack.PackedBlock;
import org.deepsalt.raster.geotiff.unpack.Unpacker;

/**
 * Decodes blocks row by row, so that no more than a row is ever unpacked in memory. It stays at the row that it has
 * reached: who goes on below in the same block, however tall, unpacks nothing twice. Not thread-safe.
 */
final class BlockReader implements AutoCloseable {
    private static final int NO_BLOCK = -1;

    /** Takes one row. */
    @FunctionalInterface
    interface RowUse {
        /**
         * Takes a row.
         *
         * @param row of the block, from 0 at its top
         * @param numbers pixel after pixel with all bands of the block; good until the next row
         */
        void take(int row, float[] numbers);
    }

    private final TiffBlocks blocks;
    // Not a channel, which an interrupted thread would close for good.
    private final RandomAccessFile file;
    private final PackedBlock packed;
    private final Unpacker unpacker;
    private final RowDecoder decoder;
    private final MissingNumbers missing;
    private final float[] filled;
    private final byte[] zeros;
    private int block = NO_BLOCK;
    private int nextRow;

    /** @param missing numbers that become NaN */
    BlockReader(Path path, TiffBlocks blocks, MissingNumbers missing) throws IOException {
        this.blocks = blocks;
        this.file = new RandomAccessFile(path.toFile(), "r");
        this.packed = new PackedBlock(file);
        this.unpacker = blocks.compression().unpacker(packed, (long) blocks.rowBytes() * blocks.blockHeight());
        this.decoder = new RowDecoder(blocks, missing);
        this.missing = missing;
        this.filled = new float[blocks.blockWidth() * blocks.perPixel()];
        this.zeros = new byte[blocks.rowBytes()];
    }

    /** How many rows of a block need not be unpacked again, where {@code from} is the next one wanted. */
    int rowsAhead(int wanted, int from) {
        return wanted == block && nextRow <= from ? nextRow : 0;
    }

    /**
     * Decodes rows of a block.
     *
     * @param wanted number of the block
     * @param from first row
     * @param to first row not wanted
     * @param height of the block inside the image
     * @param skipZeros whether rows whose bytes are all 0 are passed over, whatever the predictor makes of them: 0
     * @throws IOException if the block is damaged
     */
    void rows(int wanted, int from, int to, int height, boolean skipZeros, RowUse use) throws IOException {
        int band = blocks.firstBand(wanted);
        if (blocks.lengths()[wanted] == 0) {
            fill(band);
            for (int row = from; row < to; row++) {
                use.take(row, filled);
            }
            return;
        }
        goTo(wanted, from);
        while (nextRow < to) {
            unpackRow();
            if (!skipZeros || !Arrays.equals(zeros, decoder.bytes())) {
                use.take(nextRow - 1, decoder.decode(band));
            }
        }
        finish(height);
    }

    /** A row of a block that the file leaves out. */
    private void fill(int band) {
        for (int i = 0; i < filled.length; i++) {
            filled[i] = missing.filler(band + i % blocks.perPixel());
        }
    }

    private void goTo(int wanted, int row) throws IOException {
        boolean plain = blocks.compression() == Compression.NONE;
        if (wanted != block) {
            leave();
        }
        if (wanted != block || row < nextRow || (plain && row != nextRow)) {
            long passed = plain ? (long) row * blocks.rowBytes() : 0;
            block = wanted;
            nextRow = plain ? row : 0;
            packed.start(blocks.offsets()[wanted] + passed, blocks.lengths()[wanted] - passed);
            unpacker.start();
        }
        while (nextRow < row) {
            unpackRow();
        }
    }

    /** Goes on to the end of a block of which only the upper rows were wanted: there the file tells damage. */
    void leave() throws IOException {
        if (block != NO_BLOCK && blocks.compression() != Compression.NONE) {
            int height = blocks.rowsInImage(block);
            if (nextRow < height) {
                while (nextRow < height) {
                    unpackRow();
                }
                finish(height);
            }
        }
        block = NO_BLOCK;
    }

    private void unpackRow() throws IOException {
        int length = blocks.rowBytes();
        try {
            int got = unpacker.read(decoder.bytes(), length);
            if (got < length) {
                throw new IOException("it ends after " + got + " of " + length + " bytes of its row " + (nextRow + 1));
            }
            nextRow++;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private void finish(int height) throws IOException {
        if (nextRow == height) {
            try {
                unpacker.finish((long) (blocks.blockHeight() - height) * blocks.rowBytes());
            } catch (IOException e) {
                throw damaged(e);
            }
        }
    }

    private IOException damaged(IOException e) {
        int broken = block;
        block = NO_BLOCK;
        return new IOException("block " + (broken + 1) + " of " + blocks.offsets().length + ": " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        unpacker.close();
        file.close();
    }
}
