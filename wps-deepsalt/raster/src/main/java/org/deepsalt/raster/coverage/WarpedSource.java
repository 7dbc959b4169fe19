/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.GridMapping;
import org.deepsalt.raster.grid.Window;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Bands of an image seen on another grid. An image that goes around the earth has no edge in the east and west. What a
 * pixel gets depends on the pixel alone, not on the window in which it is read. Thread-safe. It does not own the
 * source.
 */
public final class WarpedSource {
    /** The interpolation between pixel centres. */
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
    private final int seam;
    private final List<PlausibleRange> ranges;

    public WarpedSource(RasterSource source, int[] bands, Grid target, Sampling sampling) {
        this(source, bands, target, sampling, List.of());
    }

    /**
     * Prepares to read numbers that are checked.
     *
     * @param ranges what the bands' values can be, one each; none where nothing is checked
     */
    public WarpedSource(RasterSource source, int[] bands, Grid target, Sampling sampling, List<PlausibleRange> ranges) {
        this.ranges = List.copyOf(ranges);
        this.source = source;
        this.bands = bands.clone();
        this.sampling = sampling;
        this.mapping = new GridMapping(target, source.grid());
        this.seam = source.grid().seam();
    }

    /**
     * Reads a window of the target grid.
     *
     * @return {@code window.pixels() * bands} numbers, pixel after pixel, with the source's scale and offset; NaN
     *     outside the source and where it has no data
     * @throws DeepSaltException if a value is none that its quantity can have
     */
    public float[] read(Window window) {
        double[] at = mapping.centres(window);
        return sampling == Sampling.NEAREST ? nearest(at) : bilinear(window, at);
    }

    private float[] nearest(double[] at) {
        float[] result = NearestPixels.read(source, bands, at);
        if (!holdAll(result)) {
            for (int i = 0; i < result.length; i++) {
                requirePlausible(result[i], i % bands.length);
            }
        }
        return result;
    }

    private float[] bilinear(Window window, double[] at) {
        float[] result = new float[window.pixels() * bands.length];
        Window part = covering(at);
        if (part == null) {
            Arrays.fill(result, Float.NaN);
            return result;
        }
        float[] values = load(part);
        boolean check = !holdAll(values);
        for (int pixel = 0; pixel < window.pixels(); pixel++) {
            double column = at[2 * pixel];
            double row = at[2 * pixel + 1];
            for (int band = 0; band < bands.length; band++) {
                result[pixel * bands.length + band] = sample(values, part, column, row, band, check);
            }
        }
        return result;
    }

    private float sample(float[] values, Window part, double column, double row, int band, boolean check) {
        if (!source.grid().holds(column, row)) {
            return Float.NaN;
        }
        float here = value(values, part, (int) column, (int) row, band);
        if (check) {
            requirePlausible(here, band);
        }
        if (Float.isNaN(here)) {
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
                if (check) {
                    requirePlausible(value, band);
                }
                sum += weight * value;
                weights += weight;
            }
        }
        return (float) (sum / weights);
    }

    /** Maps are coarser than scenes, and hold what they should: a look at their own pixels is cheap. */
    private boolean holdAll(float[] values) {
        for (int i = 0; i < values.length && !ranges.isEmpty(); i++) {
            if (!ranges.get(i % bands.length).holds(values[i])) {
                return false;
            }
        }
        return true;
    }

    private void requirePlausible(float value, int band) {
        if (!ranges.get(band).holds(value)) {
            throw ranges.get(band).refusal(source, bands[band]);
        }
    }

    private float value(float[] values, Window part, int column, int row, int band) {
        int x = seam > 0
                ? Math.floorMod(column - part.x(), seam)
                : Math.min(Math.max(column, 0), source.grid().width() - 1) - part.x();
        int y = Math.min(Math.max(row, 0), source.grid().height() - 1) - part.y();
        return values[(y * part.width() + x) * bands.length + band];
    }

    /**
     * The source's pixels that a window needs, with a margin of one; null if it needs none. Of a source that goes
     * around the earth its columns may lie left of the first or right of the last, where the image begins again.
     */
    private @Nullable Window covering(double[] at) {
        Envelope box = box(at, 0);
        if (box.isNull()) {
            return null;
        }
        if (box.getWidth() > seam / 2.0 && seam > 0) {
            Envelope across = box(at, seam / 2.0);
            box = across.getWidth() < box.getWidth() ? across : box;
        }
        Grid grid = source.grid();
        int x = (int) box.getMinX() - 1;
        int right = (int) box.getMaxX() + 2;
        int y = Math.max(0, (int) box.getMinY() - 1);
        int height = Math.min(grid.height(), (int) box.getMaxY() + 2) - y;
        if (seam == 0) {
            x = Math.max(0, x);
            right = Math.min(grid.width(), right);
        } else if (right - x >= seam) {
            x = 0;
            right = seam;
        }
        return new Window(x, y, right - x, height);
    }

    /** The smallest box around places in the source, of which those left of a column are moved by a turn. */
    private Envelope box(double[] at, double cut) {
        Envelope box = new Envelope();
        for (int i = 0; i < at.length; i += 2) {
            if (source.grid().holds(at[i], at[i + 1])) {
                box.expandToInclude(at[i] < cut ? at[i] + seam : at[i], at[i + 1]);
            }
        }
        return box;
    }

    private float[] load(Window part) {
        if (part.x() >= 0
                && part.x() + part.width() <= Math.max(seam, source.grid().width())) {
            float[] values = new float[part.pixels() * bands.length];
            source.values(part, bands, values);
            return values;
        }
        int from = Math.floorMod(part.x(), seam);
        int before = Math.min(part.width(), seam - from);
        Window left = new Window(from, part.y(), before, part.height());
        Window right = new Window(0, part.y(), part.width() - before, part.height());
        return beside(load(left), load(right), part.height());
    }

    /** The rows of two images one after the other. */
    private static float[] beside(float[] left, float[] right, int rows) {
        int first = left.length / rows;
        int second = right.length / rows;
        float[] both = new float[left.length + right.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(left, row * first, both, row * (first + second), first);
            System.arraycopy(right, row * second, both, row * (first + second) + first, second);
        }
        return both;
    }
}
