/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsalt.raster.geotiff.tags.NumberFormat;

/**
 * The numbers that stand for no data, one per band, as the file holds them: they are compared before any scaling, whole
 * numbers exactly, floats to two units in the last place, as GDAL does. Immutable.
 */
final class MissingNumbers {
    /** Is no number of a format of 16 bits. */
    static final int NO_NUMBER = Integer.MIN_VALUE;

    private static final int UNITS = 2;

    private final double[] low;
    private final double[] high;
    private final float[] fillers;
    private final boolean none;
    private final boolean same;

    /** @param noData one per band, empty where a band has none */
    MissingNumbers(NumberFormat format, List<Optional<Double>> noData) {
        int bands = noData.size();
        this.low = new double[bands];
        this.high = new double[bands];
        this.fillers = new float[bands];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        for (int band = 0; band < bands; band++) {
            if (noData.get(band).isPresent()) {
                set(band, format, noData.get(band).get());
            }
        }
        this.none = Arrays.stream(low).allMatch(Double::isNaN);
        this.same = Arrays.stream(low).distinct().count() <= 1;
    }

    private void set(int band, NumberFormat format, double number) {
        double near = format == NumberFormat.FLOAT64 || !format.isFloatingPoint() ? number : (float) number;
        double slack = !format.isFloatingPoint() || !Double.isFinite(near)
                ? 0
                : UNITS * (format == NumberFormat.FLOAT64 ? Math.ulp(near) : Math.ulp((float) near));
        low[band] = near - slack;
        high[band] = near + slack;
        double filler = Double.isNaN(number) ? number : format.nearest(near);
        fillers[band] = holds(band, filler) ? Float.NaN : (float) filler;
    }

    /** What a block is full of that the file leaves out: nothing where nodata is declared, else 0. */
    float filler(int band) {
        return fillers[band];
    }

    /** The one whole number that stands for no data in all bands; {@link #NO_NUMBER} where there is not just one. */
    int single() {
        return same && low[0] == high[0] && low[0] == (int) low[0] ? (int) low[0] : NO_NUMBER;
    }

    /** Whether 0 stands for no data in any band. */
    boolean holdZero() {
        return IntStream.range(0, low.length).anyMatch(band -> holds(band, 0));
    }

    boolean holds(int band, double number) {
        return number >= low[band] && number <= high[band];
    }

    /**
     * Turns missing numbers of a row into NaN; for formats whose numbers a float holds exactly.
     *
     * @param first band of the row's first number
     * @param stride bands that follow each other
     */
    void hide(float[] numbers, int first, int stride) {
        if (none) {
            return;
        }
        if (same || stride == 1) {
            hideAll(numbers, (float) low[first], (float) high[first]);
            return;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (holds(first + i % stride, numbers[i])) {
                numbers[i] = Float.NaN;
            }
        }
    }

    private static void hideAll(float[] numbers, float least, float most) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= least && numbers[i] <= most) {
                numbers[i] = Float.NaN;
            }
        }
    }
}
