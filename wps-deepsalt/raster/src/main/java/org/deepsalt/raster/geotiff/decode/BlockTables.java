/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;
import org.deepsalt.raster.geotiff.unpack.Compression;

/**
 * Checks that the sizes which a TIFF states for an image and its blocks can be true. A damaged directory may ask
 * readers, GeoTools' not less than ours, for more memory than there is, before they look at a single pixel.
 */
final class BlockTables {
    private static final int[] SIZES = {
        TiffTag.IMAGE_WIDTH, TiffTag.IMAGE_LENGTH, TiffTag.SAMPLES_PER_PIXEL, TiffTag.TILE_WIDTH, TiffTag.TILE_LENGTH,
    };

    /** Deflate packs to a 1032nd at best, LZW to a 2600th. */
    private static final long BEST_RATIO = 4096;

    private static final long SMALL = 1 << 20;

    private BlockTables() {}

    /** Checks that an image has sizes at all. */
    static void requireSizes(TiffDirectory image) throws IOException {
        for (int tag : SIZES) {
            long size = image.numberOr(tag, tag == TiffTag.IMAGE_WIDTH || tag == TiffTag.IMAGE_LENGTH ? 0 : 1);
            if (size < 1 || size > Integer.MAX_VALUE) {
                throw new IOException("its tag " + tag + ", a size, is " + size);
            }
        }
    }

    /** Checks that every block lies inside the file. */
    static void requireInside(String file, TiffDirectory image, long size) {
        long[] offsets = image.blockOffsets();
        long[] lengths = image.blockLengths();
        for (int i = 0; i < Math.min(offsets.length, lengths.length); i++) {
            if (lengths[i] > 0 && offsets[i] == 0) {
                throw new DeepSaltException("'" + file + "' is damaged: block " + (i + 1) + " of " + offsets.length
                        + " should lie at byte 0, where the file's head is; copy it again");
            }
            if (offsets[i] < 0 || lengths[i] < 0 || offsets[i] > size - lengths[i]) {
                throw new DeepSaltException("'" + file + "' is cut off: block " + (i + 1) + " of " + offsets.length
                        + " should have " + Long.toUnsignedString(lengths[i]) + " bytes from byte "
                        + Long.toUnsignedString(offsets[i]) + " on but the file has " + size + " bytes; copy it again");
            }
        }
    }

    /** Checks that there are as many blocks as the image needs, and that none unpacks to more than it can. */
    static void requireFitting(String file, TiffDirectory image) {
        long width = image.numberOr(TiffTag.IMAGE_WIDTH, 0);
        long height = image.numberOr(TiffTag.IMAGE_LENGTH, 0);
        long blockWidth = image.numberOr(TiffTag.TILE_WIDTH, width);
        long blockHeight = blockHeight(image);
        boolean interleaved = image.numberOr(TiffTag.PLANAR_CONFIGURATION, 1) == 1;
        long bands = image.numberOr(TiffTag.SAMPLES_PER_PIXEL, 1);
        double wanted = Math.ceil((double) width / blockWidth)
                * Math.ceil((double) height / blockHeight)
                * (interleaved ? 1 : bands);
        long[] lengths = image.blockLengths();
        if (wanted != lengths.length || wanted != image.blockOffsets().length) {
            throw new DeepSaltException("'" + file + "' is damaged: its tables have "
                    + image.blockOffsets().length + " places and " + lengths.length + " lengths of blocks, an image of "
                    + width + " x " + height + " pixels has " + (long) wanted + "; copy it again");
        }
        Optional<Compression> compression = Compression.of(image.numberOr(TiffTag.COMPRESSION, 1));
        double bits = (double) blockWidth
                * blockHeight
                * (interleaved ? bands : 1)
                * image.numberOr(TiffTag.BITS_PER_SAMPLE, 1);
        long longest = Arrays.stream(lengths).max().orElse(0);
        boolean possible =
                compression.isEmpty() || longest == 0 || bits / Byte.SIZE <= Math.max(SMALL, longest * BEST_RATIO);
        if (bits / Byte.SIZE > Integer.MAX_VALUE || !possible) {
            throw new DeepSaltException("'" + file + "' is damaged: its blocks are said to unpack to "
                    + (long) (bits / Byte.SIZE) + " bytes each, the longest has " + longest + "; copy it again");
        }
    }

    /**
     * Of a tile, which is filled up, or of a strip, which may be said to be taller than the image, even without end.
     */
    private static long blockHeight(TiffDirectory image) {
        long height = image.numberOr(TiffTag.IMAGE_LENGTH, 0);
        long rows = image.numberOr(TiffTag.ROWS_PER_STRIP, height);
        return image.numberOr(TiffTag.TILE_LENGTH, rows < 1 ? height : Math.min(rows, height));
    }
}
