/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, by the cyclic method of Jacobi (1846; Golub and Van Loan 1996,
 * section 8.4): slow beyond some hundred columns, but exact to rounding and in plain Java.
 *
 * @param values falling
 * @param vectors one row per value, of length 1
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int MOST_SWEEPS = 30;
    private static final double CONVERGED = 1e-22;

    /** Decomposes a matrix, which is used up. */
    static SymmetricEigen of(double[][] matrix) {
        int n = matrix.length;
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            vectors[i][i] = 1;
        }
        double total = squares(matrix, true);
        for (int sweep = 0; sweep < MOST_SWEEPS && squares(matrix, false) > CONVERGED * total; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(matrix, vectors, p, q);
                }
            }
        }
        return sorted(matrix, vectors);
    }

    private static double squares(double[][] matrix, boolean diagonal) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                sum += diagonal || i != j ? matrix[i][j] * matrix[i][j] : 0;
            }
        }
        return sum;
    }

    /** Makes the element at p, q vanish; the rows of the vectors turn along. */
    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        if (matrix[p][q] == 0) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        turn(matrix[p], matrix[q], cosine, sine);
        for (double[] row : matrix) {
            double atP = row[p];
            double atQ = row[q];
            row[p] = cosine * atP - sine * atQ;
            row[q] = sine * atP + cosine * atQ;
        }
        turn(vectors[p], vectors[q], cosine, sine);
    }

    private static void turn(double[] first, double[] second, double cosine, double sine) {
        for (int i = 0; i < first.length; i++) {
            double atFirst = first[i];
            double atSecond = second[i];
            first[i] = cosine * atFirst - sine * atSecond;
            second[i] = sine * atFirst + cosine * atSecond;
        }
    }

    private static SymmetricEigen sorted(double[][] matrix, double[][] vectors) {
        Integer[] order = new Integer[matrix.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -matrix[i][i]));
        return new SymmetricEigen(
                Arrays.stream(order).mapToDouble(i -> matrix[i][i]).toArray(),
                Arrays.stream(order).map(i -> vectors[i]).toArray(double[][]::new));
    }
}
