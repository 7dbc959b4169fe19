/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Deflater;
import org.deepsalt.raster.geotiff.tags.SampleType;

/**
 * Turns samples into a TIFF block: little-endian, predictor, deflate (TIFF 6.0, and Technical Note 3 of Adobe Photoshop
 * for the floating-point predictor). Stateless; a block is encoded by the thread that calls.
 */
final class BlockEncoder {
    /** zlib's own choice. */
    private static final int LEVEL = 6;

    /** Of maps, for which somebody waits: half the time of {@link #LEVEL}, and two percent more bytes. */
    private static final int LEVEL_OF_FLOATS = 4;

    private BlockEncoder() {}

    /**
     * Encodes one block.
     *
     * @param samples the tile's samples, band after band, each {@code tile * tile} values in row order
     * @param first first band of the block
     * @param count bands in the block, interleaved pixel by pixel
     */
    static byte[] encode(TiffLayout layout, float[] samples, int first, int count) {
        int tile = layout.tile();
        int stride = count * layout.type().bytes();
        ByteBuffer plain = ByteBuffer.allocate(tile * tile * stride)
                .order(layout.type() == SampleType.FLOAT32 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        // Row by row and band by band: pixel by pixel the reads would jump from band to band and miss the cache.
        for (int row = 0; row < tile; row++) {
            for (int band = 0; band < count; band++) {
                int at = row * tile * stride + band * layout.type().bytes();
                layout.type().put(plain, at, stride, samples, ((first + band) * tile + row) * tile, tile);
            }
        }
        byte[] bytes = plain.array();
        int rowBytes = tile * stride;
        for (int row = 0; row < tile; row++) {
            predict(layout.type(), bytes, row * rowBytes, rowBytes, count);
        }
        return deflate(bytes, layout.type() == SampleType.FLOAT32 ? LEVEL_OF_FLOATS : LEVEL);
    }

    private static void predict(SampleType type, byte[] bytes, int offset, int length, int stride) {
        switch (type) {
            case UINT8 -> differences(bytes, offset, length, stride);
            case INT16 -> shortDifferences(bytes, offset, length, stride);
            case FLOAT32 -> floatDifferences(bytes, offset, length, stride);
        }
    }

    private static void differences(byte[] bytes, int offset, int length, int stride) {
        for (int i = offset + length - 1; i >= offset + stride; i--) {
            bytes[i] -= bytes[i - stride];
        }
    }

    private static void shortDifferences(byte[] bytes, int offset, int length, int stride) {
        ByteBuffer row = ByteBuffer.wrap(bytes, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
        for (int i = length - 2; i >= 2 * stride; i -= 2) {
            row.putShort(i, (short) (row.getShort(i) - row.getShort(i - 2 * stride)));
        }
    }

    /** Sorts the row's bytes by significance, highest first, then takes differences of bytes. */
    private static void floatDifferences(byte[] bytes, int offset, int length, int stride) {
        int samples = length / Float.BYTES;
        byte[] planes = new byte[length];
        for (int i = 0; i < samples; i++) {
            for (int plane = 0; plane < Float.BYTES; plane++) {
                planes[plane * samples + i] = bytes[offset + i * Float.BYTES + plane];
            }
        }
        System.arraycopy(planes, 0, bytes, offset, length);
        differences(bytes, offset, length, stride);
    }

    private static byte[] deflate(byte[] plain, int level) {
        Deflater deflater = new Deflater(level);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2);
            byte[] buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
