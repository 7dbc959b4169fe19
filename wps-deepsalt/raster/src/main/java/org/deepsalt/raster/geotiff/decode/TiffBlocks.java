/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.deepsalt.raster.geotiff.tags.NumberFormat;
import org.deepsalt.raster.geotiff.tags.TiffDirectory;
import org.deepsalt.raster.geotiff.tags.TiffTag;
import org.deepsalt.raster.geotiff.unpack.Compression;
import org.deepsalt.raster.grid.Window;

/**
 * How the pixels of a TIFF's first image are cut into blocks, strips or tiles, and packed. Immutable.
 *
 * @param order of the bytes of a number
 * @param width of the image in pixels
 * @param height of the image in pixels
 * @param bands numbers per pixel
 * @param blockWidth pixels along a full block's row; a tile at the right edge is filled up, a strip is as wide as the
 *     image
 * @param blockHeight rows of a full block
 * @param interleaved whether the bands of a pixel lie together; otherwise each band has blocks of its own, those of the
 *     first band first
 * @param predictor one of those of {@link TiffTag}
 * @param offsets places of the blocks in the file
 * @param lengths of the packed blocks in bytes; 0 for a block that the file leaves out
 */
@RecordBuilder
record TiffBlocks(
        ByteOrder order,
        int width,
        int height,
        int bands,
        int blockWidth,
        int blockHeight,
        boolean interleaved,
        NumberFormat format,
        int predictor,
        Compression compression,
        long[] offsets,
        long[] lengths) {
    private static final long LARGEST_ROW = 1 << 26;

    /**
     * Of one of a file's images.
     *
     * @return empty where the image is packed or coded in a way that we do not read
     */
    static Optional<TiffBlocks> of(TiffFile file, TiffDirectory image) {
        Optional<Compression> compression = Compression.of(image.numberOr(TiffTag.COMPRESSION, 1));
        Optional<NumberFormat> format = format(image);
        if (compression.isEmpty()
                || format.isEmpty()
                || Obstacles.of(image, file.order()).isPresent()) {
            return Optional.empty();
        }
        int width = Math.toIntExact(image.numberOr(TiffTag.IMAGE_WIDTH, 0));
        int height = Math.toIntExact(image.numberOr(TiffTag.IMAGE_LENGTH, 0));
        TiffBlocks blocks = TiffBlocksBuilder.builder()
                .order(file.order())
                .width(width)
                .height(height)
                .bands(Math.toIntExact(image.numberOr(TiffTag.SAMPLES_PER_PIXEL, 1)))
                .blockWidth(Math.toIntExact(image.numberOr(TiffTag.TILE_WIDTH, width)))
                .blockHeight((int) Math.min(
                        image.numberOr(TiffTag.TILE_LENGTH, image.numberOr(TiffTag.ROWS_PER_STRIP, height)),
                        Integer.MAX_VALUE))
                .interleaved(image.numberOr(TiffTag.PLANAR_CONFIGURATION, 1) == 1)
                .format(format.get())
                .predictor((int) compression.get().predictor(image))
                .compression(compression.get())
                .offsets(image.blockOffsets())
                .lengths(image.blockLengths())
                .build();
        return blocks.isSound() ? Optional.of(blocks) : Optional.empty();
    }

    /** The format that all bands share. */
    static Optional<NumberFormat> format(TiffDirectory image) {
        long[] formats = image.numbers(TiffTag.SAMPLE_FORMAT);
        long[] bits = image.numbers(TiffTag.BITS_PER_SAMPLE);
        if (Arrays.stream(bits).distinct().count() > 1
                || Arrays.stream(formats).distinct().count() > 1) {
            return Optional.empty();
        }
        return NumberFormat.of(formats.length == 0 ? 1 : formats[0], bits.length == 0 ? 1 : bits[0]);
    }

    private boolean isSound() {
        if (width < 1 || height < 1 || bands < 1 || blockWidth < 1 || blockHeight < 1) {
            return false;
        }
        long blocks = (long) columns() * rows() * (interleaved ? 1 : bands);
        return offsets.length == blocks
                && lengths.length == blocks
                && rowBytesAsLong() <= LARGEST_ROW
                && Arrays.stream(lengths).allMatch(length -> length >= 0);
    }

    int columns() {
        return (width - 1) / blockWidth + 1;
    }

    int rows() {
        return (height - 1) / blockHeight + 1;
    }

    /** Numbers that a block has for each of its pixels. */
    int perPixel() {
        return interleaved ? bands : 1;
    }

    private long rowBytesAsLong() {
        return ((long) blockWidth * perPixel() * format.bits() + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Bytes of a block's row when it is unpacked. */
    int rowBytes() {
        return (int) rowBytesAsLong();
    }

    /**
     * Number of a block in the tables.
     *
     * @param band whose block it is, where each has its own
     */
    int block(int column, int row, int band) {
        return ((interleaved ? 0 : band) * rows() + row) * columns() + column;
    }

    /** The first band whose numbers a block holds. */
    int firstBand(int block) {
        return interleaved ? 0 : block / (columns() * rows());
    }

    /** Rows of a block that lie inside the image. */
    int rowsInImage(int block) {
        int row = block / columns() % rows();
        return window(0, row).height();
    }

    /** The pixels of the image that a block holds. */
    Window window(int column, int row) {
        int x = column * blockWidth;
        int y = row * blockHeight;
        return new Window(x, y, Math.min(blockWidth, width - x), Math.min(blockHeight, height - y));
    }
}
