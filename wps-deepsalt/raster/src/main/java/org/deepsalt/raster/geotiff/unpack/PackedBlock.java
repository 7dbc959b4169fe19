/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import java.io.IOException;
import java.io.RandomAccessFile;

/** The bytes of one block after the other in a file, read a piece at a time; at first of an empty one. */
public final class PackedBlock {
    private final RandomAccessFile file;
    private long offset;
    private long length;
    private long left;

    /** An empty block of a file. */
    public PackedBlock(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Goes to a block.
     *
     * @param offset of its first byte in the file
     * @param length bytes that belong to it
     */
    public void start(long offset, long length) throws IOException {
        this.offset = offset;
        this.length = length;
        restart();
    }

    /** Goes back to the first byte of the block. */
    void restart() throws IOException {
        left = length;
        file.seek(offset);
    }

    /** Bytes that were not read yet. */
    long left() {
        return left;
    }

    /** Reads up to {@code length} bytes, fewer where the block or the file ends. */
    int read(byte[] target, int from, int length) throws IOException {
        int piece = (int) Math.max(0, Math.min(length, left));
        int got = piece == 0 ? 0 : Math.max(0, file.read(target, from, piece));
        left -= got;
        return got;
    }
}
