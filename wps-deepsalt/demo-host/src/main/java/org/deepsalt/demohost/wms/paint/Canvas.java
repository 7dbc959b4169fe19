/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.paint;

import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.deepsalt.raster.grid.Window;

/** A picture in memory: one integer per pixel, alpha, red, green, blue, not premultiplied. Not thread-safe. */
public final class Canvas {
    private final int width;
    private final int height;
    private final int[] pixels;

    /**
     * A picture of one colour.
     *
     * @param background colour with alpha
     */
    public Canvas(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.pixels = new int[Math.multiplyExact(width, height)];
        if (background != 0) {
            Arrays.fill(pixels, background);
        }
    }

    /**
     * A copy of the picture for encoding. Opaque pictures have no alpha channel, which makes their files smaller.
     *
     * @param transparent whether the encoder can keep alpha; if not, it is dropped
     */
    BufferedImage image(boolean transparent) {
        boolean alpha = transparent && Arrays.stream(pixels).anyMatch(pixel -> pixel >>> 24 != 255);
        BufferedImage image =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /** Blends colours over a part of the picture, each by its alpha. */
    void blend(Window window, int[] argb) {
        for (int row = 0; row < window.height(); row++) {
            int from = row * window.width();
            int to = (window.y() + row) * width + window.x();
            for (int i = 0; i < window.width(); i++) {
                int over = argb[from + i];
                int alpha = over >>> 24;
                if (alpha == 255) {
                    pixels[to + i] = over;
                } else if (alpha != 0) {
                    pixels[to + i] = over(over, pixels[to + i]);
                }
            }
        }
    }

    private static int over(int above, int below) {
        float a = (above >>> 24) / 255f;
        float b = (below >>> 24) / 255f * (1 - a);
        float alpha = a + b;
        int result = Math.round(255 * alpha) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            float mixed = (((above >>> shift) & 0xFF) * a + ((below >>> shift) & 0xFF) * b) / alpha;
            result |= Math.round(mixed) << shift;
        }
        return result;
    }

    /** The same pixels for drawing shapes and texts; the caller disposes it. */
    public Graphics2D graphics() {
        ColorModel model = ColorModel.getRGBdefault();
        SinglePixelPackedSampleModel layout =
                (SinglePixelPackedSampleModel) model.createCompatibleSampleModel(width, height);
        WritableRaster raster =
                Raster.createWritableRaster(layout, new DataBufferInt(pixels, pixels.length), new Point(0, 0));
        return new BufferedImage(model, raster, false, null).createGraphics();
    }
}
