/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.util.Arrays;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridMapping;
import org.deepsalt.raster.grid.Window;

/**
 * Bands of an image seen on another grid. What a pixel gets depends on the pixel alone, not on the window in which it
 * is read. Thread-safe. It does not own the source.
 */
public final class WarpedSource {
    /** How a value is found between pixel centres. */
    public enum Sampling {
        /** The pixel in which the place lies: for codes and for drawing. */
        NEAREST,
        /**
         * Weighted mean of the four nearest pixels that hold a value; the pixel in which the place lies must be one of
         * them.
         */
        BILINEAR
    }

    private final RasterSource source;
    private final int[] bands;
    private final Sampling sampling;
    private final GridMapping mapping;

    public WarpedSource(RasterSource source, int[] bands, Grid target, Sampling sampling) {
        this.source = source;
        this.bands = bands.clone();
        this.sampling = sampling;
        this.mapping = new GridMapping(target, source.grid());
    }

    /**
     * Reads a window of the target grid.
     *
     * @return {@code window.pixels() * bands} numbers, pixel after pixel; NaN outside the source and where it has no
     *     data
     */
    public float[] read(Window window) {
        double[] at = mapping.centres(window);
        float[] result = new float[window.pixels() * bands.length];
        Window part = covering(at);
        if (part == null) {
            Arrays.fill(result, Float.NaN);
            return result;
        }
        float[] values = new float[part.pixels() * bands.length];
        source.read(part, bands, values);
        for (int i = 0; i < values.length; i++) {
            if (source.isNoData(values[i])) {
                values[i] = Float.NaN;
            }
        }
        for (int pixel = 0; pixel < window.pixels(); pixel++) {
            double column = at[2 * pixel];
            double row = at[2 * pixel + 1];
            for (int band = 0; band < bands.length; band++) {
                result[pixel * bands.length + band] = sample(values, part, column, row, band);
            }
        }
        return result;
    }

    private float sample(float[] values, Window part, double column, double row, int band) {
        Grid grid = source.grid();
        if (!(column >= 0 && row >= 0 && column < grid.width() && row < grid.height())) {
            return Float.NaN;
        }
        float here = value(values, part, (int) column, (int) row, band);
        if (sampling == Sampling.NEAREST || Float.isNaN(here)) {
            return here;
        }
        double left = Math.floor(column - 0.5);
        double top = Math.floor(row - 0.5);
        double u = column - 0.5 - left;
        double v = row - 0.5 - top;
        double sum = 0;
        double weights = 0;
        for (int corner = 0; corner < 4; corner++) {
            double weight = (corner % 2 == 0 ? 1 - u : u) * (corner < 2 ? 1 - v : v);
            float value = value(values, part, (int) left + corner % 2, (int) top + corner / 2, band);
            if (weight > 0 && !Float.isNaN(value)) {
                sum += weight * value;
                weights += weight;
            }
        }
        return (float) (sum / weights);
    }

    private float value(float[] values, Window part, int column, int row, int band) {
        int x = Math.min(Math.max(column, 0), source.grid().width() - 1) - part.x();
        int y = Math.min(Math.max(row, 0), source.grid().height() - 1) - part.y();
        return values[(y * part.width() + x) * bands.length + band];
    }

    /** The source's pixels that a window needs, with a margin of one; null if it needs none. */
    private Window covering(double[] at) {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        Grid grid = source.grid();
        for (int i = 0; i < at.length; i += 2) {
            if (at[i] >= 0 && at[i + 1] >= 0 && at[i] < grid.width() && at[i + 1] < grid.height()) {
                left = Math.min(left, at[i]);
                right = Math.max(right, at[i]);
                top = Math.min(top, at[i + 1]);
                bottom = Math.max(bottom, at[i + 1]);
            }
        }
        if (left > right) {
            return null;
        }
        int x = Math.max(0, (int) left - 1);
        int y = Math.max(0, (int) top - 1);
        return new Window(
                x, y, Math.min(grid.width(), (int) right + 2) - x, Math.min(grid.height(), (int) bottom + 2) - y);
    }
}
