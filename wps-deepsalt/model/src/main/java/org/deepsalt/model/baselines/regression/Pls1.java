/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;

/**
 * Partial least squares regression of one target, by the first improved kernel algorithm of Dayal and MacGregor 1997
 * (J. Chemometrics 11, 73-85), with rows that count several times. With as many components as there are independent
 * columns it is ordinary least squares.
 *
 * @param means of the columns
 * @param mean of the target
 * @param coefficients one row per number of components, from 1; empty if no column tells anything about the target
 */
record Pls1(double[] means, double mean, List<double[]> coefficients) {
    /** Of the first covariance; less is rounding. */
    private static final double NOTHING_LEFT = 1e-9;

    /** Fits up to a number of components, fewer where nothing is left to explain. */
    static Pls1 fit(Matrix features, double[] target, int[] copies, int most) {
        int p = features.columns();
        double[] means = new double[p];
        double mean = 0;
        double total = 0;
        for (int row = 0; row < target.length; row++) {
            for (int j = 0; j < p; j++) {
                means[j] += (double) features.get(row, j) * copies[row];
            }
            mean += target[row] * copies[row];
            total += copies[row];
        }
        for (int j = 0; j < p; j++) {
            means[j] /= total;
        }
        mean /= total;
        double[][] centred = new double[target.length][p];
        double[] covariance = new double[p];
        for (int row = 0; row < target.length; row++) {
            double y = (target[row] - mean) * copies[row];
            for (int j = 0; j < p; j++) {
                centred[row][j] = features.get(row, j) - means[j];
                covariance[j] += centred[row][j] * y;
            }
        }
        return new Pls1(means, mean, components(centred, copies, covariance, Math.min(most, p)));
    }

    private static List<double[]> components(double[][] x, int[] copies, double[] covariance, int most) {
        int p = covariance.length;
        double least = NOTHING_LEFT * norm(covariance);
        List<double[]> rotations = new ArrayList<>();
        List<double[]> loadings = new ArrayList<>();
        List<double[]> coefficients = new ArrayList<>();
        double[] sum = new double[p];
        while (coefficients.size() < most && norm(covariance) > least) {
            double[] rotation = rotation(covariance, rotations, loadings);
            double[] scores = new double[x.length];
            double square = 0;
            double[] loading = new double[p];
            for (int row = 0; row < x.length; row++) {
                scores[row] = dot(x[row], rotation);
                square += scores[row] * scores[row] * copies[row];
                add(loading, x[row], scores[row] * copies[row]);
            }
            if (!(square > 0)) {
                break;
            }
            double slope = dot(rotation, covariance) / square;
            add(covariance, loading, -slope);
            add(sum, rotation, slope);
            for (int j = 0; j < p; j++) {
                loading[j] /= square;
            }
            rotations.add(rotation);
            loadings.add(loading);
            coefficients.add(sum.clone());
        }
        return coefficients;
    }

    private static double[] rotation(double[] covariance, List<double[]> rotations, List<double[]> loadings) {
        double norm = norm(covariance);
        double[] weight = new double[covariance.length];
        add(weight, covariance, 1 / norm);
        double[] rotation = weight.clone();
        for (int a = 0; a < rotations.size(); a++) {
            add(rotation, rotations.get(a), -dot(loadings.get(a), weight));
        }
        return rotation;
    }

    private static double norm(double[] v) {
        return Math.sqrt(dot(v, v));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] v, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * v[i];
        }
    }

    /** Predictions by number of components, from 1, and row; of the mean alone if there are no components. */
    double[][] predict(Matrix features) {
        double[][] result = new double[Math.max(1, coefficients.size())][features.rows()];
        for (int stage = 0; stage < result.length; stage++) {
            for (int row = 0; row < features.rows(); row++) {
                double sum = mean;
                for (int j = 0; stage < coefficients.size() && j < features.columns(); j++) {
                    sum += (features.get(row, j) - means[j]) * coefficients.get(stage)[j];
                }
                result[stage][row] = sum;
            }
        }
        return result;
    }
}
