/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import java.util.Arrays;

/**
 * Shifts and scales each column to mean 0 and standard deviation 1 over the training rows; a column that never varied
 * becomes 0.
 *
 * @param mean per column
 * @param factor one over the standard deviation, or 0
 */
public record Standardiser(float[] mean, float[] factor) {
    private static final double LEAST_DEVIATION = 1e-6;

    /** Measures mean and standard deviation of each column. */
    public static Standardiser fit(Matrix training) {
        return fit(training, 0);
    }

    /**
     * The same for columns of one kind, where one that varies much less than the others is not worth the rounding error
     * that scaling it up would bring with it: it becomes 0 too.
     *
     * @param leastShare smallest standard deviation, as a share of the largest of all columns
     */
    public static Standardiser fit(Matrix training, double leastShare) {
        int columns = training.columns();
        double[] sum = new double[columns];
        double[] squares = new double[columns];
        for (int i = 0; i < training.values().length; i++) {
            double value = training.values()[i];
            sum[i % columns] += value;
            squares[i % columns] += value * value;
        }
        float[] mean = new float[columns];
        double[] deviation = new double[columns];
        for (int column = 0; column < columns; column++) {
            double average = sum[column] / training.rows();
            mean[column] = (float) average;
            deviation[column] = Math.sqrt(Math.max(0, squares[column] / training.rows() - average * average));
        }
        double least = Math.max(
                LEAST_DEVIATION, leastShare * Arrays.stream(deviation).max().orElse(0));
        float[] factor = new float[columns];
        for (int column = 0; column < columns; column++) {
            factor[column] = deviation[column] > least ? (float) (1 / deviation[column]) : 0;
        }
        return new Standardiser(mean, factor);
    }

    /** The identity, which changes no column. */
    public static Standardiser none(int columns) {
        float[] factor = new float[columns];
        Arrays.fill(factor, 1);
        return new Standardiser(new float[columns], factor);
    }

    /** Brings each column to the mean 0 and the deviation 1 of the training data. */
    public Matrix apply(Matrix raw) {
        Matrix result = Matrix.zeros(raw.rows(), raw.columns());
        for (int i = 0; i < raw.values().length; i++) {
            int column = i % raw.columns();
            result.values()[i] = (raw.values()[i] - mean[column]) * factor[column];
        }
        return result;
    }
}
