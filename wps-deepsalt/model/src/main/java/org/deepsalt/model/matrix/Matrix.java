/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import java.util.Arrays;

/**
 * A table of floats in row order: row i holds sample i. The array is shared, not copied.
 *
 * @param rows number of samples
 * @param columns number of values per sample
 * @param values {@code rows * columns} numbers, row after row
 */
public record Matrix(int rows, int columns, float[] values) {
    public Matrix {
        if (values.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + columns + " cannot hold " + values.length + " values");
        }
    }

    /** A table of zeros. */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new float[Math.multiplyExact(rows, columns)]);
    }

    /** A copy of rows that have at least so many columns. */
    public static Matrix of(float[][] rows, int columns) {
        Matrix matrix = zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, matrix.values, i * columns, columns);
        }
        return matrix;
    }

    /** The number in a row and column, both from 0. */
    public float get(int row, int column) {
        return values[row * columns + column];
    }

    /** A copy of a row. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /** The rows named, in that order; a row may be named more than once. */
    public Matrix select(int[] chosen) {
        Matrix result = zeros(chosen.length, columns);
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(values, chosen[i] * columns, result.values, i * columns, columns);
        }
        return result;
    }

    /** The rows of this matrix followed by those of another one of the same width. */
    public Matrix above(Matrix below) {
        if (below.columns != columns) {
            throw new IllegalArgumentException("cannot stack " + below.columns + " columns below " + columns);
        }
        float[] stacked = Arrays.copyOf(values, values.length + below.values.length);
        System.arraycopy(below.values, 0, stacked, values.length, below.values.length);
        return new Matrix(rows + below.rows, columns, stacked);
    }

    /** Each row of this matrix continued by the same row of another one. */
    public Matrix beside(Matrix right) {
        if (right.rows != rows) {
            throw new IllegalArgumentException("cannot put " + right.rows + " rows beside " + rows);
        }
        Matrix result = zeros(rows, columns + right.columns);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * columns, result.values, i * result.columns, columns);
            System.arraycopy(
                    right.values, i * right.columns, result.values, i * result.columns + columns, right.columns);
        }
        return result;
    }

    /** The first columns of each row; all where there are no more. */
    public Matrix firstColumns(int count) {
        int kept = Math.min(count, columns);
        Matrix result = zeros(rows, kept);
        for (int i = 0; i < rows; i++) {
            System.arraycopy(values, i * columns, result.values, i * kept, kept);
        }
        return result;
    }
}
