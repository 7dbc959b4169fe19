/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflate with zlib's frame (RFC 1950), TIFF's compressions 8 and 32946. */
final class Inflation implements Unpacker {
    private final Inflater inflater = new Inflater();
    private final byte[] input = new byte[1 << 16];
    private final PackedBlock block;

    Inflation(PackedBlock block) {
        this.block = block;
    }

    @Override
    public void start() {
        inflater.reset();
        inflater.setInput(input, 0, 0);
    }

    @Override
    public int read(byte[] target, int length) throws IOException {
        return inflate(target, length);
    }

    /** zlib compares its check sum where the block ends, and damage may have moved the end. */
    @Override
    public void finish(long beyond) throws IOException {
        StreamEnd.require(this, beyond, block);
        if (!inflater.finished()) {
            throw new IOException("it ends before its check sum");
        }
    }

    @Override
    public int buffered() {
        return inflater.getRemaining();
    }

    private int inflate(byte[] target, int length) throws IOException {
        try {
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(target, done, length - done);
                if (more == 0 && !refill()) {
                    return done;
                }
                done += more;
            }
            return done;
        } catch (DataFormatException e) {
            throw new IOException("it cannot be inflated: " + e.getMessage(), e);
        }
    }

    /** Whether there is more to inflate. */
    private boolean refill() throws IOException {
        if (!inflater.needsInput() || inflater.finished()) {
            return false;
        }
        int got = block.read(input, 0, input.length);
        inflater.setInput(input, 0, got);
        return got > 0;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
