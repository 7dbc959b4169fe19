/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;

/**
 * What a regression sees of a spectrum: slopes and bends of the standard normal variate of its absorbance, which
 * neither the brightness of a sample nor the scatter in it changes, and of a satellite's spectra their brightness too.
 */
public final class SpectralFeatures {
    private static final int MOST_COLUMNS = 450;
    private static final int HALF_WINDOW = 2;
    private static final LocalFit SLOPE = new LocalFit(25, 10, 1, 1);
    private static final LocalFit BEND = new LocalFit(35, 10, 2, 2);
    private static final LocalFit LEVEL = new LocalFit(15, 20, 1, 0);

    private static final double LEAST_REFLECTANCE = 1e-3;
    private static final double LEAST_DEVIATION = 1e-9;

    private SpectralFeatures() {}

    /**
     * Of laboratory spectra: first and second derivatives, each a slope over five points (Savitzky and Golay 1964).
     *
     * @param absorbance one spectrum per row, at equal steps; of more than 450 points neighbours are averaged
     * @return first the first derivatives, then the second ones
     */
    public static Matrix ofLaboratory(Matrix absorbance) {
        int step = (absorbance.columns() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int points = absorbance.columns() / step;
        int first = points - 2 * HALF_WINDOW;
        int second = first - 2 * HALF_WINDOW;
        Matrix features = Matrix.zeros(absorbance.rows(), first + second);
        for (int row = 0; row < absorbance.rows(); row++) {
            double[] averaged = new double[points];
            for (int i = 0; i < points * step; i++) {
                averaged[i / step] += absorbance.get(row, i) / step;
            }
            double[] slopes = slopes(variate(averaged));
            double[] bends = slopes(slopes);
            for (int i = 0; i < first + second; i++) {
                features.values()[row * (first + second) + i] = (float) (i < first ? slopes[i] : bends[i - first]);
            }
        }
        return features;
    }

    private static double[] slopes(double[] values) {
        double[] slopes = new double[values.length - 2 * HALF_WINDOW];
        double weights = 0;
        for (int k = 1; k <= HALF_WINDOW; k++) {
            weights += 2.0 * k * k;
        }
        for (int i = 0; i < slopes.length; i++) {
            for (int k = 1; k <= HALF_WINDOW; k++) {
                slopes[i] += k * (values[i + HALF_WINDOW + k] - values[i + HALF_WINDOW - k]) / weights;
            }
        }
        return slopes;
    }

    /**
     * Of a satellite's spectra: slopes and bends of the standard normal variate, and the level of the absorbance
     * itself, which knows how bright a crust is; each smoothed along the bands, since neighbours differ by little but
     * noise.
     *
     * @param reflectance one spectrum per row
     * @param bands in the order of its columns, whatever that is
     */
    public static Matrix ofBands(Matrix reflectance, List<Band> bands) {
        int[] order = IntStream.range(0, bands.size())
                .boxed()
                .sorted(Comparator.comparingDouble(band -> bands.get(band).centre()))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Band> ascending = IntStream.of(order).mapToObj(bands::get).toList();
        List<double[]> slopes = SLOPE.weights(ascending);
        List<double[]> bends = BEND.weights(ascending);
        List<double[]> levels = LEVEL.weights(ascending);
        int columns = slopes.size() + bends.size() + levels.size();
        Matrix features = Matrix.zeros(reflectance.rows(), columns);
        for (int row = 0; row < reflectance.rows(); row++) {
            double[] absorbance = absorbance(reflectance, row, order);
            double[] variate = variate(absorbance);
            int at = row * columns;
            at = project(slopes, variate, features, at);
            at = project(bends, variate, features, at);
            project(levels, absorbance, features, at);
        }
        return features;
    }

    private static int project(List<double[]> weights, double[] spectrum, Matrix into, int first) {
        int at = first;
        for (double[] of : weights) {
            double sum = 0;
            for (int i = 0; i < spectrum.length; i++) {
                sum += of[i] * spectrum[i];
            }
            into.values()[at++] = (float) sum;
        }
        return at;
    }

    private static double[] absorbance(Matrix reflectance, int row, int[] order) {
        double[] absorbance = new double[reflectance.columns()];
        for (int i = 0; i < absorbance.length; i++) {
            absorbance[i] = -Math.log10(Math.max(LEAST_REFLECTANCE, reflectance.get(row, order[i])));
        }
        return absorbance;
    }

    /** The standard normal variate. */
    private static double[] variate(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(squares / values.length));
        return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
    }
}
