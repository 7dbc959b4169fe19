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
    private final MissingNumbers missing;
    private final int stride;

    /**
     * Scenes are whole numbers of 16 bits with one nodata value: it costs next to nothing to look for it on the way.
     */
    private final int single;

    private final byte[] bytes;
    private final ByteBuffer ordered;
    private final short[] shorts;
    private final int[] words;
    private final long[] longs;
    private final float[] numbers;

    /** @param missing numbers that become NaN */
    RowDecoder(TiffBlocks blocks, MissingNumbers missing) {
        int count = blocks.blockWidth() * blocks.perPixel();
        int size = blocks.format().bytes();
        this.blocks = blocks;
        this.missing = missing;
        this.stride = blocks.perPixel();
        this.single = missing.single();
        this.bytes = new byte[blocks.rowBytes()];
        this.ordered = ByteBuffer.wrap(bytes).order(blocks.order());
        this.shorts = new short[size == Short.BYTES ? count : 0];
        this.words = new int[size == Integer.BYTES ? count : 0];
        this.longs = new long[size == Long.BYTES ? count : 0];
        this.numbers = new float[count];
    }

    /** Where the row's bytes go before {@link #decode}, which changes them. */
    byte[] bytes() {
        return bytes;
    }

    /**
     * The row's numbers, pixel after pixel with all bands of the block, NaN where there is no data; good until the next
     * row.
     *
     * @param band of the first number
     */
    float[] decode(int band) {
        switch (blocks.format()) {
            case BIT -> decodeBits();
            case UINT8, INT8 -> decodeBytes();
            case UINT16, INT16, FLOAT16 -> decodeShorts();
            case UINT32, INT32 -> decodeWords(band);
            case FLOAT32 -> decodeFloats();
            case FLOAT64 -> decodeDoubles(band);
        }
        boolean done = blocks.format() == NumberFormat.INT16 && single != MissingNumbers.NO_NUMBER;
        if (blocks.format().isExactInFloat() && !done) {
            missing.hide(numbers, band, stride);
        }
        return numbers;
    }

    private void decodeBits() {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = bytes[i / Byte.SIZE] >> (Byte.SIZE - 1 - i % Byte.SIZE) & 1;
        }
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
        if (blocks.predictor() == TiffTag.FLOATING_POINT_PREDICTOR) {
            joinPlanes(shorts.length, (i, number) -> shorts[i] = (short) number);
        } else {
            ordered.asShortBuffer().get(shorts);
        }
        if (blocks.predictor() == TiffTag.HORIZONTAL_PREDICTOR) {
            for (int i = stride; i < shorts.length; i++) {
                shorts[i] += shorts[i - stride];
            }
        }
        if (blocks.format() == NumberFormat.INT16) {
            for (int i = 0; i < numbers.length; i++) {
                int number = shorts[i];
                numbers[i] = number == single ? Float.NaN : number;
            }
        } else if (blocks.format() == NumberFormat.UINT16) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Short.toUnsignedInt(shorts[i]);
            }
        } else {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = HalfFloat.toFloat(shorts[i]);
            }
        }
    }

    /** Numbers that have more digits than a float are compared with nodata before they lose some. */
    private void decodeWords(int band) {
        readWords();
        boolean signed = blocks.format() == NumberFormat.INT32;
        for (int i = 0; i < numbers.length; i++) {
            long number = signed ? words[i] : Integer.toUnsignedLong(words[i]);
            numbers[i] = missing.holds(band + i % stride, (double) number) ? Float.NaN : number;
        }
    }

    private void decodeFloats() {
        readWords();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(words[i]);
        }
    }

    private void readWords() {
        if (blocks.predictor() == TiffTag.FLOATING_POINT_PREDICTOR) {
            addUp(bytes, stride);
            joinFloats();
        } else {
            ordered.asIntBuffer().get(words);
        }
        if (blocks.predictor() == TiffTag.HORIZONTAL_PREDICTOR) {
            for (int i = stride; i < words.length; i++) {
                words[i] += words[i - stride];
            }
        }
    }

    private void decodeDoubles(int band) {
        if (blocks.predictor() == TiffTag.FLOATING_POINT_PREDICTOR) {
            joinPlanes(longs.length, (i, number) -> longs[i] = number);
        } else {
            ordered.asLongBuffer().get(longs);
        }
        if (blocks.predictor() == TiffTag.HORIZONTAL_PREDICTOR) {
            for (int i = stride; i < longs.length; i++) {
                longs[i] += longs[i - stride];
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            double number = Double.longBitsToDouble(longs[i]);
            numbers[i] = missing.holds(band + i % stride, number) ? Float.NaN : (float) number;
        }
    }

    private static void addUp(byte[] differences, int stride) {
        for (int i = stride; i < differences.length; i++) {
            differences[i] += differences[i - stride];
        }
    }

    private void joinFloats() {
        int count = words.length;
        for (int i = 0; i < count; i++) {
            words[i] = bytes[i] << 24
                    | Byte.toUnsignedInt(bytes[count + i]) << 16
                    | Byte.toUnsignedInt(bytes[2 * count + i]) << 8
                    | Byte.toUnsignedInt(bytes[3 * count + i]);
        }
    }

    /** Takes the bits of one number. */
    @FunctionalInterface
    private interface BitsUse {
        void take(int place, long bits);
    }

    /** The same for numbers of any width. */
    private void joinPlanes(int count, BitsUse use) {
        addUp(bytes, stride);
        for (int i = 0; i < count; i++) {
            long bits = 0;
            for (int at = i; at < bytes.length; at += count) {
                bits = bits << Byte.SIZE | Byte.toUnsignedLong(bytes[at]);
            }
            use.take(i, bits);
        }
    }
}
