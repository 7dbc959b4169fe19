/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.util.Arrays;
import java.util.Optional;

/** The number formats that we decode, as the TIFF tags SampleFormat and BitsPerSample have them. */
public enum NumberFormat {
    UINT8(1, 1),
    INT8(2, 1),
    UINT16(1, 2),
    INT16(2, 2),
    FLOAT32(3, 4);

    private final int sampleFormat;
    private final int bytes;

    NumberFormat(int sampleFormat, int bytes) {
        this.sampleFormat = sampleFormat;
        this.bytes = bytes;
    }

    public static Optional<NumberFormat> of(long sampleFormat, long bits) {
        return Arrays.stream(values())
                .filter(one -> one.sampleFormat == sampleFormat && bits == (long) Byte.SIZE * one.bytes)
                .findFirst();
    }

    /** Bytes per number. */
    public int bytes() {
        return bytes;
    }

    /** Whether the TIFF tag Predictor may have this value: 1 none, 2 horizontal differences, 3 those of floats. */
    public boolean allows(long predictor) {
        return predictor == TiffTag.NO_PREDICTOR
                || predictor == TiffTag.HORIZONTAL_PREDICTOR
                || (predictor == TiffTag.FLOATING_POINT_PREDICTOR && this == FLOAT32);
    }
}
