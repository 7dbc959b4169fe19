/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.util.Arrays;
import java.util.Optional;

/** The number formats that we decode, as the TIFF tags SampleFormat and BitsPerSample have them. */
public enum NumberFormat {
    /** Of masks: eight to a byte, the first one in the most significant bit. */
    BIT(1, 1, 0, 1),
    UINT8(1, 8, 0, 0xFF),
    INT8(2, 8, Byte.MIN_VALUE, Byte.MAX_VALUE),
    UINT16(1, 16, 0, 0xFFFF),
    INT16(2, 16, Short.MIN_VALUE, Short.MAX_VALUE),
    UINT32(1, 32, 0, 0xFFFF_FFFFL),
    INT32(2, 32, Integer.MIN_VALUE, Integer.MAX_VALUE),
    FLOAT16(3, 16, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    FLOAT32(3, 32, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    FLOAT64(3, 64, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final long FLOATING_POINT = 3;
    private static final long UNTYPED = 4;

    private final int sampleFormat;
    private final int bits;
    private final double least;
    private final double most;

    NumberFormat(int sampleFormat, int bits, double least, double most) {
        this.sampleFormat = sampleFormat;
        this.bits = bits;
        this.least = least;
        this.most = most;
    }

    /** By the tags' values; numbers whose kind the file leaves open count as unsigned, as GDAL takes them. */
    public static Optional<NumberFormat> of(long sampleFormat, long bits) {
        long kind = sampleFormat == UNTYPED ? UINT8.sampleFormat : sampleFormat;
        return Arrays.stream(values())
                .filter(one -> one.sampleFormat == kind && bits == one.bits)
                .findFirst();
    }

    public int bits() {
        return bits;
    }

    /** Bytes per number, 0 for single bits. */
    public int bytes() {
        return bits / Byte.SIZE;
    }

    public boolean isFloatingPoint() {
        return sampleFormat == FLOATING_POINT;
    }

    /** Whether a float holds each number of this format with all its digits. */
    public boolean isExactInFloat() {
        return bits <= Short.SIZE || this == FLOAT32;
    }

    /** The number of this format that stands for another one where a writer has to fill a block with it. */
    public double nearest(double number) {
        return isFloatingPoint() ? number : Math.min(most, Math.max(least, Math.rint(number)));
    }

    /** Whether the TIFF tag Predictor may have this value: 1 none, 2 horizontal differences, 3 those of floats. */
    public boolean allows(long predictor) {
        return predictor == TiffTag.NO_PREDICTOR
                || (predictor == TiffTag.HORIZONTAL_PREDICTOR && this != BIT)
                || (predictor == TiffTag.FLOATING_POINT_PREDICTOR && isFloatingPoint());
    }
}
