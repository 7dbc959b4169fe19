/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferShort;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import org.deepsalt.raster.grid.Window;

/**
 * Copies chosen bands of an image's tiles into the floats of a window, pixel after pixel. Tiles of bytes, shorts and
 * floats are read straight from their arrays, pixel- or band-interleaved; all others through the raster's own slower
 * methods.
 */
final class SampleCopier {
    private final Window window;
    private final int[] bands;
    private final float[] target;

    /**
     * A copier into one array.
     *
     * @param window in the image's own coordinates
     * @param bands zero-based numbers, in any order
     * @param target receives {@code window.pixels() * bands.length} numbers
     */
    SampleCopier(Window window, int[] bands, float[] target) {
        this.window = window;
        this.bands = bands;
        this.target = target;
    }

    /** Copies the part of the window that lies on a tile. */
    void copy(Raster tile, Window part) {
        if (tile.getSampleModel() instanceof ComponentSampleModel model && isPlain(tile.getDataBuffer())) {
            copyFast(tile, model, part);
        } else {
            copySlowly(tile, part);
        }
    }

    private int place(int x, int y) {
        return ((y - window.y()) * window.width() + x - window.x()) * bands.length;
    }

    /** Row by row, so that a row's pixels with all their bands stay in the cache while band after band is copied. */
    private void copyFast(Raster tile, ComponentSampleModel model, Window part) {
        DataBuffer data = tile.getDataBuffer();
        int column = (part.x() - tile.getSampleModelTranslateX()) * model.getPixelStride();
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int row = (y - tile.getSampleModelTranslateY()) * model.getScanlineStride() + column;
            int out = place(part.x(), y);
            for (int i = 0; i < bands.length; i++) {
                int bank = model.getBankIndices()[bands[i]];
                int at = data.getOffsets()[bank] + model.getBandOffsets()[bands[i]] + row;
                copyRow(data, bank, at, model.getPixelStride(), part.width(), target, out + i, bands.length);
            }
        }
    }

    private static boolean isPlain(DataBuffer data) {
        return data instanceof DataBufferShort
                || data instanceof DataBufferUShort
                || data instanceof DataBufferFloat
                || data instanceof DataBufferByte;
    }

    private static void copyRow(
            DataBuffer data, int bank, int at, int stride, int count, float[] target, int out, int step) {
        if (data instanceof DataBufferShort shorts) {
            short[] values = shorts.getData(bank);
            for (int i = 0; i < count; i++) {
                target[out + i * step] = values[at + i * stride];
            }
        } else if (data instanceof DataBufferUShort shorts) {
            short[] values = shorts.getData(bank);
            for (int i = 0; i < count; i++) {
                target[out + i * step] = Short.toUnsignedInt(values[at + i * stride]);
            }
        } else if (data instanceof DataBufferFloat floats) {
            float[] values = floats.getData(bank);
            for (int i = 0; i < count; i++) {
                target[out + i * step] = values[at + i * stride];
            }
        } else if (data instanceof DataBufferByte bytes) {
            byte[] values = bytes.getData(bank);
            for (int i = 0; i < count; i++) {
                target[out + i * step] = Byte.toUnsignedInt(values[at + i * stride]);
            }
        }
    }

    private void copySlowly(Raster tile, Window part) {
        for (int y = part.y(); y < part.y() + part.height(); y++) {
            int out = place(part.x(), y);
            for (int x = part.x(); x < part.x() + part.width(); x++) {
                for (int band : bands) {
                    target[out++] = tile.getSampleFloat(x, y, band);
                }
            }
        }
    }
}
