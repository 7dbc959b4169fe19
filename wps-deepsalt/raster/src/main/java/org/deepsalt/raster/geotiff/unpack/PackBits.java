/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import java.io.IOException;

/** Runs of equal bytes (TIFF 6.0, section 9). */
final class PackBits implements Unpacker {
    private final byte[] one = new byte[1];
    private final PackedBlock block;
    private int plain;
    private int repeats;

    PackBits(PackedBlock block) {
        this.block = block;
    }

    @Override
    public void start() {
        plain = 0;
        repeats = 0;
    }

    @Override
    public int read(byte[] target, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (plain == 0 && repeats == 0 && !advance()) {
                return done;
            }
            if (repeats > 0) {
                target[done++] = one[0];
                repeats--;
            } else {
                int got = block.read(target, done, Math.min(plain, length - done));
                if (got == 0) {
                    return done;
                }
                done += got;
                plain -= got;
            }
        }
        return done;
    }

    @Override
    public void finish(long beyond) throws IOException {
        StreamEnd.require(this, beyond, block);
    }

    /** Brings the next run; false at the end of the block. */
    private boolean advance() throws IOException {
        while (block.read(one, 0, 1) == 1) {
            int count = one[0];
            if (count >= 0) {
                plain = count + 1;
                return true;
            }
            // -128 means nothing.
            if (count != Byte.MIN_VALUE) {
                repeats = 1 - count;
                if (block.read(one, 0, 1) < 1) {
                    throw new IOException("it ends inside a run");
                }
                return true;
            }
        }
        return false;
    }
}
