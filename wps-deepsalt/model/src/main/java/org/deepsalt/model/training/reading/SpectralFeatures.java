/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.spectra.Band;

/**
 * What a regression sees of a spectrum: slopes of the standard normal variate of its absorbance, which neither the
 * brightness of a sample nor the scatter in it changes.
 */
public final class SpectralFeatures {
    private static final int MOST_COLUMNS = 450;
    private static final int HALF_WINDOW = 2;
    /** Standard deviation in nm of the Gaussian under which the slope along bands is fitted. */
    private static final double REACH = 25;
    /** Distance in nm of the wavelengths at which slopes are taken. */
    private static final double STEP = 10;
    /** Bands farther apart than that belong to windows of their own. */
    private static final double GAP = 60;

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
     * Of a satellite's spectra: straight lines fitted under a Gaussian of 25 nm, window by window between the bands of
     * water vapour, since neighbouring bands alone differ by little but noise.
     *
     * @param reflectance one spectrum per row
     * @param bands by ascending wavelength
     */
    public static Matrix ofBands(Matrix reflectance, List<Band> bands) {
        List<double[]> slopes = slopes(bands);
        Matrix features = Matrix.zeros(reflectance.rows(), slopes.size());
        for (int row = 0; row < reflectance.rows(); row++) {
            double[] variate = variate(absorbance(reflectance, row));
            for (int k = 0; k < slopes.size(); k++) {
                double sum = 0;
                double[] weights = slopes.get(k);
                for (int i = 0; i < variate.length; i++) {
                    sum += weights[i] * variate[i];
                }
                features.values()[row * slopes.size() + k] = (float) sum;
            }
        }
        return features;
    }

    private static double[] absorbance(Matrix reflectance, int row) {
        double[] absorbance = new double[reflectance.columns()];
        for (int i = 0; i < absorbance.length; i++) {
            absorbance[i] = -Math.log10(Math.max(LEAST_REFLECTANCE, reflectance.get(row, i)));
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

    /** Weights of the bands, one row for each wavelength at which a slope is taken. */
    private static List<double[]> slopes(List<Band> bands) {
        List<double[]> slopes = new ArrayList<>();
        for (int from = 0, to; from < bands.size(); from = to) {
            to = from + 1;
            while (to < bands.size()
                    && bands.get(to).centre() - bands.get(to - 1).centre() <= GAP) {
                to++;
            }
            double last = bands.get(to - 1).centre();
            for (double at = bands.get(from).centre() + STEP / 2; at <= last; at += STEP) {
                slope(bands, from, to, at).ifPresent(slopes::add);
            }
        }
        return slopes;
    }

    private static Optional<double[]> slope(List<Band> bands, int from, int to, double at) {
        double[] weights = new double[bands.size()];
        double sum = 0;
        double first = 0;
        double second = 0;
        for (int i = from; i < to; i++) {
            double distance = (bands.get(i).centre() - at) / REACH;
            double weight = Math.abs(distance) < 3 ? Math.exp(-0.5 * distance * distance) : 0;
            sum += weight;
            first += weight * distance;
            second += weight * distance * distance;
        }
        double determinant = sum * second - first * first;
        if (!(determinant > 1e-6 * sum * sum)) {
            return Optional.empty();
        }
        for (int i = from; i < to; i++) {
            double distance = (bands.get(i).centre() - at) / REACH;
            double weight = Math.abs(distance) < 3 ? Math.exp(-0.5 * distance * distance) : 0;
            weights[i] = weight * (distance * sum - first) / determinant;
        }
        return Optional.of(weights);
    }
}
