/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * A matrix' columns times each other. EJML's product of a transposed matrix with itself takes four to six times as
 * long: it does both halves, in loops of a form that Java does not turn into vector instructions.
 */
final class Products {
    /** Rows whose products are added at a time, so that the sum is written less often. */
    private static final int AT_ONCE = 4;

    /** Columns of which a processor makes all products, and rows that it takes to them: both stay near it meanwhile. */
    private static final int STRIPE = 16;

    private static final int BLOCK = 64;

    private Products() {}

    /**
     * The sum over the rows of the product of each two columns, times a factor.
     *
     * @return columns x columns, symmetric
     */
    static DMatrixRMaj ofColumns(DMatrixRMaj matrix, double factor) {
        int columns = matrix.numCols;
        DMatrixRMaj sum = new DMatrixRMaj(columns, columns);
        IntStream.range(0, (columns + STRIPE - 1) / STRIPE).parallel().forEach(stripe -> {
            int end = Math.min(columns, (stripe + 1) * STRIPE);
            for (int row = 0; row < matrix.numRows; row += BLOCK) {
                addRows(sum.data, stripe * STRIPE, end, matrix, row, Math.min(matrix.numRows, row + BLOCK));
            }
        });
        mirror(sum, factor);
        return sum;
    }

    private static void addRows(double[] sum, int from, int to, DMatrixRMaj matrix, int first, int end) {
        int columns = matrix.numCols;
        int row = first;
        for (; row + AT_ONCE <= end; row += AT_ONCE) {
            for (int i = from; i < to; i++) {
                addFour(sum, i, matrix.data, row * columns, columns);
            }
        }
        for (; row < end; row++) {
            for (int i = from; i < to; i++) {
                addOne(sum, i, matrix.data, row * columns, columns);
            }
        }
    }

    private static void addFour(double[] sum, int i, double[] rows, int first, int columns) {
        int second = first + columns;
        int third = second + columns;
        int fourth = third + columns;
        double a = rows[first + i];
        double b = rows[second + i];
        double c = rows[third + i];
        double d = rows[fourth + i];
        int at = i * columns;
        for (int j = i; j < columns; j++) {
            sum[at + j] += a * rows[first + j] + b * rows[second + j] + c * rows[third + j] + d * rows[fourth + j];
        }
    }

    private static void addOne(double[] sum, int i, double[] rows, int row, int columns) {
        double a = rows[row + i];
        for (int j = i; j < columns; j++) {
            sum[i * columns + j] += a * rows[row + j];
        }
    }

    private static void mirror(DMatrixRMaj upper, double factor) {
        for (int i = 0; i < upper.numRows; i++) {
            for (int j = i; j < upper.numCols; j++) {
                double value = factor * upper.get(i, j);
                upper.set(i, j, value);
                upper.set(j, i, value);
            }
        }
    }
}
