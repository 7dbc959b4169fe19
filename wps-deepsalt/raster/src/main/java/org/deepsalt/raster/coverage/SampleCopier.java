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
 * Copies chosen bands of a raster into floats, pixel after pixel. Rasters of bytes, shorts and floats are read straight
 * from their arrays, pixel- or band-interleaved; all others through the raster's own slower methods.
 */
final class SampleCopier {
    private SampleCopier() {}

    /**
     * Copies one window.
     *
     * @param raster covers the window in the raster's own coordinates
     * @param target receives {@code window.pixels() * bands.length} values from its beginning
     */
    static void copy(Raster raster, Window window, int[] bands, float[] target) {
        if (raster.getSampleModel() instanceof ComponentSampleModel model && isPlain(raster.getDataBuffer())) {
            for (int i = 0; i < bands.length; i++) {
                copyBand(raster, model, window, bands[i], target, i, bands.length);
            }
        } else {
            copySlowly(raster, window, bands, target);
        }
    }

    private static boolean isPlain(DataBuffer data) {
        return data instanceof DataBufferShort
                || data instanceof DataBufferUShort
                || data instanceof DataBufferFloat
                || data instanceof DataBufferByte;
    }

    private static void copyBand(
            Raster raster, ComponentSampleModel model, Window window, int band, float[] target, int first, int step) {
        DataBuffer data = raster.getDataBuffer();
        int bank = model.getBankIndices()[band];
        int origin = data.getOffsets()[bank] + model.getBandOffsets()[band];
        int out = first;
        for (int y = window.y(); y < window.y() + window.height(); y++) {
            int at = origin
                    + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                    + (window.x() - raster.getSampleModelTranslateX()) * model.getPixelStride();
            copyRow(data, bank, at, model.getPixelStride(), window.width(), target, out, step);
            out += window.width() * step;
        }
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

    private static void copySlowly(Raster raster, Window window, int[] bands, float[] target) {
        int out = 0;
        for (int y = window.y(); y < window.y() + window.height(); y++) {
            for (int x = window.x(); x < window.x() + window.width(); x++) {
                for (int band : bands) {
                    target[out++] = raster.getSampleFloat(x, y, band);
                }
            }
        }
    }
}
