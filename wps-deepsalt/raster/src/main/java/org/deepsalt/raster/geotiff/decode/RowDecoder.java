/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.nio.ByteBuffer;
import org.deepsalt.raster.geotiff.tags.NumberFormat;
import org.deepsalt.raster.geotiff.tags.TiffTag;

/**
 * Turns the unpacked bytes of a block's rows into numbers: undoes the predictor (TIFF 6.0, section 14; Technical Note 3
 * of Adobe Photoshop for that of floats) and the order of bytes. Uses the same memory for each row; not thread-safe.
 */
final class RowDecoder {
    private final TiffBlocks blocks;
    private final int stride;
    private final byte[] bytes;
    private final ByteBuffer ordered;
    private final short[] shorts;
    private final int[] words;
    private final float[] numbers;

    RowDecoder(TiffBlocks blocks) {
        int count = blocks.rowBytes() / blocks.format().bytes();
        this.blocks = blocks;
        this.stride = blocks.perPixel();
        this.bytes = new byte[blocks.rowBytes()];
        this.ordered = ByteBuffer.wrap(bytes).order(blocks.order());
        this.shorts = new short[blocks.format().bytes() == Short.BYTES ? count : 0];
        this.words = new int[blocks.format() == NumberFormat.FLOAT32 ? count : 0];
        this.numbers = new float[count];
    }

    /** Where the row's bytes go before {@link #decode}, which changes them. */
    byte[] bytes() {
        return bytes;
    }

    /** The row's numbers, pixel after pixel with all bands of the block; good until the next row. */
    float[] decode() {
        switch (blocks.format()) {
            case UINT8, INT8 -> decodeBytes();
            case UINT16, INT16 -> decodeShorts();
            case FLOAT32 -> decodeFloats();
        }
        return numbers;
    }

    private void decodeBytes() {
        if (blocks.predictor() == TiffTag.HORIZONTAL_PREDICTOR) {
            addUp(bytes, stride);
        }
        boolean signed = blocks.format() == NumberFormat.INT8;
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = signed ? bytes[i] : Byte.toUnsignedInt(bytes[i]);
        }
    }

    private void decodeShorts() {
        ordered.asShortBuffer().get(shorts);
        if (blocks.predictor() == TiffTag.HORIZONTAL_PREDICTOR) {
            for (int i = stride; i < shorts.length; i++) {
                shorts[i] += shorts[i - stride];
            }
        }
        if (blocks.format() == NumberFormat.INT16) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = shorts[i];
            }
        } else {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Short.toUnsignedInt(shorts[i]);
            }
        }
    }

    private void decodeFloats() {
        if (blocks.predictor() == TiffTag.FLOATING_POINT_PREDICTOR) {
            addUp(bytes, stride);
            joinPlanes();
        } else {
            ordered.asIntBuffer().get(words);
        }
        if (blocks.predictor() == TiffTag.HORIZONTAL_PREDICTOR) {
            for (int i = stride; i < words.length; i++) {
                words[i] += words[i - stride];
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(words[i]);
        }
    }

    private static void addUp(byte[] differences, int stride) {
        for (int i = stride; i < differences.length; i++) {
            differences[i] += differences[i - stride];
        }
    }

    private void joinPlanes() {
        int count = words.length;
        for (int i = 0; i < count; i++) {
            words[i] = bytes[i] << 24
                    | Byte.toUnsignedInt(bytes[count + i]) << 16
                    | Byte.toUnsignedInt(bytes[2 * count + i]) << 8
                    | Byte.toUnsignedInt(bytes[3 * count + i]);
        }
    }
}
