/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import com.sun.jna.Memory;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Deflate by {@link Libdeflate}, a whole block at a time. A block that is damaged or larger than it should be goes
 * through {@link Inflation}, which gives its sound rows and tells what is wrong.
 */
final class BlockInflation implements Unpacker {
    /** Larger blocks are unpacked a piece at a time. */
    private static final long LARGEST = 1 << 25;

    private static final int PIECE = 1 << 16;

    private final PackedBlock block;
    private final long size;
    private final Libdeflate library = new Libdeflate();
    private final byte[] piece = new byte[PIECE];
    private @Nullable Memory packed;
    private @Nullable Memory unpacked;
    private @Nullable Inflation inPieces;
    private boolean begun;
    private boolean whole;
    private long at;
    private long end;
    private int beyond;

    /** @param size of a block in bytes when it is unpacked */
    BlockInflation(PackedBlock block, long size) {
        this.block = block;
        this.size = size;
    }

    /** Whether blocks of so many bytes are unpacked in this way on this machine. */
    static boolean isOfUse(long size) {
        return size <= LARGEST && Libdeflate.isPresent();
    }

    @Override
    public void start() {
        begun = false;
    }

    private void begin() throws IOException {
        begun = true;
        long length = block.left();
        whole = length > 0 && length <= LARGEST && inflate(length);
        if (!whole) {
            block.restart();
            inPieces = inPieces == null ? new Inflation(block) : inPieces;
            inPieces.start();
        }
    }

    /** Whether the block is sound. */
    private boolean inflate(long length) throws IOException {
        Memory source = atLeast(packed, length);
        packed = source;
        Memory target = atLeast(unpacked, size);
        unpacked = target;
        long got = 0;
        int more = 1;
        while (got < length && more > 0) {
            more = block.read(piece, 0, PIECE);
            source.write(got, piece, 0, more);
            got += more;
        }
        if (got < length || !library.inflate(source, length, target)) {
            return false;
        }
        at = 0;
        end = library.bytes();
        beyond = (int) (length - library.packedBytes());
        return true;
    }

    private static Memory atLeast(@Nullable Memory there, long size) {
        if (there != null && there.size() >= size) {
            return there;
        }
        if (there != null) {
            there.close();
        }
        return new Memory(size);
    }

    @Override
    public int read(byte[] target, int length) throws IOException {
        if (!begun) {
            begin();
        }
        if (inPieces != null && !whole) {
            return inPieces.read(target, length);
        }
        int count = (int) Math.min(length, end - at);
        if (unpacked != null && count > 0) {
            unpacked.read(at, target, 0, count);
            at += count;
        }
        return count;
    }

    @Override
    public void finish(long rows) throws IOException {
        if (inPieces != null && !whole) {
            inPieces.finish(rows);
        } else {
            StreamEnd.require(this, rows, block);
        }
    }

    @Override
    public int buffered() {
        return beyond;
    }

    @Override
    public void close() {
        library.close();
        for (Memory memory : new Memory[] {packed, unpacked}) {
            if (memory != null) {
                memory.close();
            }
        }
        if (inPieces != null) {
            inPieces.close();
        }
    }
}
