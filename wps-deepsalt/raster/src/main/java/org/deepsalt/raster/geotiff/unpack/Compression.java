/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.unpack;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;

/** The ways of packing blocks that we can undo. */
public enum Compression {
    NONE(1),
    LZW(5),
    DEFLATE(8),
    /** The number that deflate had before it was given one. */
    OLD_DEFLATE(32946),
    PACKBITS(32773);

    private final int tag;

    Compression(int tag) {
        this.tag = tag;
    }

    /** By the value of the TIFF tag Compression. */
    public static Optional<Compression> of(long tag) {
        return Arrays.stream(values()).filter(one -> one.tag == tag).findFirst();
    }

    /** The predictor of an image; the specification has them for LZW and deflate only, and readers pass over others. */
    public long predictor(TiffDirectory image) {
        return this == NONE || this == PACKBITS
                ? TiffTag.NO_PREDICTOR
                : image.numberOr(TiffTag.PREDICTOR, TiffTag.NO_PREDICTOR);
    }

    /**
     * Unpacks the blocks of a file one after the other.
     *
     * @param size of a block in bytes when it is unpacked
     */
    public Unpacker unpacker(PackedBlock packed, long size) {
        return switch (this) {
            case NONE -> new Unpacked(packed);
            case LZW -> new LzwDecoder(packed);
            case DEFLATE, OLD_DEFLATE ->
                BlockInflation.isOfUse(size) ? new BlockInflation(packed, size) : new Inflation(packed);
            case PACKBITS -> new PackBits(packed);
        };
    }

    /** For blocks that are not packed. */
    private static final class Unpacked implements Unpacker {
        private final PackedBlock block;

        Unpacked(PackedBlock block) {
            this.block = block;
        }

        @Override
        public void start() {}

        @Override
        public int read(byte[] target, int length) throws IOException {
            int done = 0;
            int more = 1;
            while (done < length && more > 0) {
                more = block.read(target, done, length - done);
                done += more;
            }
            return done;
        }
    }
}
