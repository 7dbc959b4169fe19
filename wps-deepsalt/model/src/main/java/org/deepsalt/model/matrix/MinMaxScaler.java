/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import java.util.Arrays;

/**
 * Maps each column to [0, 1] by bounds seen in the training split; a column that never varied maps to 0. Values outside
 * the training range map outside [0, 1]: whoever uses them decides whether to bound them.
 *
 * @param minimum per column
 * @param range per column, never zero
 */
public record MinMaxScaler(float[] minimum, float[] range) {
    /** Bounds at the smallest and the largest value. */
    public static MinMaxScaler fit(Matrix training) {
        int columns = training.columns();
        float[] low = new float[columns];
        float[] high = new float[columns];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < training.values().length; i++) {
            int column = i % columns;
            low[column] = Math.min(low[column], training.values()[i]);
            high[column] = Math.max(high[column], training.values()[i]);
        }
        for (int column = 0; column < columns; column++) {
            float range = high[column] - low[column];
            high[column] = range > 0 ? range : 1;
        }
        return new MinMaxScaler(low, high);
    }

    /**
     * Bounds that many standard deviations from the mean, so that one odd spectrum does not squeeze all the others into
     * a corner.
     */
    public static MinMaxScaler around(Matrix training, float deviations) {
        Standardiser normal = Standardiser.fit(training);
        float[] low = new float[training.columns()];
        float[] range = new float[training.columns()];
        for (int column = 0; column < training.columns(); column++) {
            float factor = normal.factor()[column];
            float reach = factor > 0 ? deviations / factor : 0;
            low[column] = normal.mean()[column] - reach;
            range[column] = reach > 0 ? 2 * reach : 1;
        }
        return new MinMaxScaler(low, range);
    }

    /** Scales each column so that the range of the training data becomes 0 to 1; other numbers lie outside. */
    public Matrix apply(Matrix raw) {
        Matrix scaled = Matrix.zeros(raw.rows(), raw.columns());
        for (int i = 0; i < raw.values().length; i++) {
            int column = i % raw.columns();
            scaled.values()[i] = (raw.values()[i] - minimum[column]) / range[column];
        }
        return scaled;
    }

    /** As {@link #apply}, with everything outside the training range moved to its nearer end. */
    public Matrix applyBounded(Matrix raw) {
        Matrix scaled = apply(raw);
        for (int i = 0; i < scaled.values().length; i++) {
            scaled.values()[i] = Math.min(1, Math.max(0, scaled.values()[i]));
        }
        return scaled;
    }
}
