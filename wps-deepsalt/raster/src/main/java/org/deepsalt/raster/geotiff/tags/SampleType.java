/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.nio.ByteBuffer;

/** The number formats that we write, each with the predictor that makes it compress best. */
public enum SampleType {
    UINT8(1, 1, TiffTag.HORIZONTAL_PREDICTOR),
    INT16(2, 2, TiffTag.HORIZONTAL_PREDICTOR),
    FLOAT32(4, 3, TiffTag.FLOATING_POINT_PREDICTOR);

    private final int bytes;
    private final int sampleFormat;
    private final int predictor;

    SampleType(int bytes, int sampleFormat, int predictor) {
        this.bytes = bytes;
        this.sampleFormat = sampleFormat;
        this.predictor = predictor;
    }

    /** Bytes per sample. */
    public int bytes() {
        return bytes;
    }

    /** Value of the TIFF tag SampleFormat: 1 unsigned, 2 signed, 3 floating point. */
    public int sampleFormat() {
        return sampleFormat;
    }

    /** Value of the TIFF tag Predictor: 2 horizontal differences, 3 the same by byte planes of floats. */
    public int predictor() {
        return predictor;
    }

    /**
     * Puts a row of samples into a block.
     *
     * @param at position of the first one in the block, in bytes
     * @param stride from one sample to the next, in bytes
     * @param samples where the row is, {@code length} values from {@code from} on
     */
    public void put(ByteBuffer block, int at, int stride, float[] samples, int from, int length) {
        switch (this) {
            case UINT8 -> {
                for (int i = 0; i < length; i++) {
                    block.put(at + i * stride, (byte) Math.round(samples[from + i]));
                }
            }
            case INT16 -> {
                for (int i = 0; i < length; i++) {
                    block.putShort(at + i * stride, (short) Math.round(samples[from + i]));
                }
            }
            case FLOAT32 -> {
                for (int i = 0; i < length; i++) {
                    block.putFloat(at + i * stride, samples[from + i]);
                }
            }
        }
    }
}
