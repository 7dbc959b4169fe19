/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The encoded blocks of one resolution, kept in a scratch file in the order in which they come until the TIFF is put
 * together. Thread-safe: blocks may be added from several threads.
 */
final class Level implements AutoCloseable {
    private final TiffLayout layout;
    private final Path scratch;
    private final FileChannel channel;
    private final long[] positions;
    private final int[] lengths;
    private long end;

    Level(TiffLayout layout, Path folder) throws IOException {
        this.layout = layout;
        this.scratch = Files.createTempFile(folder, ".deepsalt-", ".blocks");
        this.channel = FileChannel.open(scratch, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.positions = new long[layout.blocks()];
        this.lengths = new int[layout.blocks()];
    }

    TiffLayout layout() {
        return layout;
    }

    void put(int column, int row, float[] samples) throws IOException {
        int blocks = layout.interleaved() ? 1 : layout.bands();
        int perBlock = layout.interleaved() ? layout.bands() : 1;
        for (int i = 0; i < blocks; i++) {
            append(layout.block(column, row, i), BlockEncoder.encode(layout, samples, i * perBlock, perBlock));
        }
    }

    private synchronized void append(int block, byte[] packed) throws IOException {
        if (lengths[block] != 0) {
            throw new IllegalStateException("block " + block + " was written twice");
        }
        positions[block] = end;
        lengths[block] = packed.length;
        ByteBuffer source = ByteBuffer.wrap(packed);
        while (source.hasRemaining()) {
            end += channel.write(source, end);
        }
    }

    int length(int block) {
        if (lengths[block] == 0) {
            throw new IllegalStateException("block " + block + " of " + lengths.length + " was never written");
        }
        return lengths[block];
    }

    long totalLength() {
        return end;
    }

    /** Appends the blocks to a file in the order of the tables, so that equal images give equal files. */
    void copyTo(FileChannel target) throws IOException {
        for (int block = 0; block < lengths.length; block++) {
            long from = positions[block];
            long left = lengths[block];
            while (left > 0) {
                long moved = channel.transferTo(from, left, target);
                from += moved;
                left -= moved;
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(scratch);
    }
}
