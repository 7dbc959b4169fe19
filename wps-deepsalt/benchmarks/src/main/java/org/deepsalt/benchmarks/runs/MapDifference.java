/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.decode.TiffPixels;
import org.deepsalt.raster.grid.Window;

/**
 * What two maps of one scene differ in.
 *
 * @param pixels of which any band has another bit
 * @param ece largest difference of the estimate; NaN where one has an estimate and the other none
 * @param compared pixels with an estimate
 * @param total of their differences
 */
public record MapDifference(long pixels, double ece, long compared, double total) {
    private static final int SIDE = 128;

    public static final MapDifference NONE = new MapDifference(0, 0, 0, 0);

    /** Compares two results, a window after the other. */
    public static MapDifference between(Path one, Path other) {
        return between(one, other, 0, 0);
    }

    /**
     * Compares a result with that of a part of the same scene.
     *
     * @param column of the whole at which the part begins
     * @param row of the whole at which it begins
     */
    public static MapDifference between(Path whole, Path part, int column, int row) {
        try (TiffPixels first = pixels(whole);
                TiffPixels second = pixels(part)) {
            MapDifference difference = NONE;
            for (int y = 0; y < second.height(); y += SIDE) {
                for (int x = 0; x < second.width(); x += SIDE) {
                    Window window =
                            new Window(x, y, Math.min(SIDE, second.width() - x), Math.min(SIDE, second.height() - y));
                    Window same = new Window(column + x, row + y, window.width(), window.height());
                    difference = difference.plus(of(numbers(first, same), numbers(second, window), first.bands()));
                }
            }
            return difference;
        } catch (IOException e) {
            throw new DeepSaltException("the results cannot be compared: " + e.getMessage(), e);
        }
    }

    /** Compares numbers of so many bands, pixel after pixel, the estimate first. */
    public static MapDifference of(float[] one, float[] other, int bands) {
        long pixels = 0;
        double ece = 0;
        long compared = 0;
        double total = 0;
        for (int at = 0; at < one.length; at += bands) {
            int start = at;
            boolean same = IntStream.range(start, start + bands)
                    .allMatch(i -> Float.floatToIntBits(one[i]) == Float.floatToIntBits(other[i]));
            pixels += same ? 0 : 1;
            if (!Float.isNaN(one[at]) || !Float.isNaN(other[at])) {
                double distance = Math.abs((double) one[at] - other[at]);
                ece = Math.max(ece, distance);
                compared++;
                total += distance;
            }
        }
        return new MapDifference(pixels, ece, compared, total);
    }

    /** Mean difference of the estimate. */
    public double mean() {
        return compared == 0 ? 0 : total / compared;
    }

    /** The one of two whose estimates differ more, with the larger count of pixels. */
    public MapDifference larger(MapDifference other) {
        MapDifference more = other.ece > ece || Double.isNaN(other.ece) ? other : this;
        return new MapDifference(Math.max(pixels, other.pixels), more.ece, more.compared, more.total);
    }

    private MapDifference plus(MapDifference more) {
        return new MapDifference(
                pixels + more.pixels, Math.max(ece, more.ece), compared + more.compared, total + more.total);
    }

    private static TiffPixels pixels(Path file) {
        return TiffPixels.of(TiffFile.open(file)).orElseThrow();
    }

    private static float[] numbers(TiffPixels image, Window window) throws IOException {
        int[] bands = IntStream.range(0, image.bands()).toArray();
        float[] numbers = new float[window.pixels() * bands.length];
        image.read(window, bands, numbers);
        return numbers;
    }
}
