/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import org.deepsalt.model.matrix.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Gaussian process regression of one target (Rasmussen and Williams 2006, algorithm 2.1) with the kernel exp(-width d2
 * / p) of the squared distance d2 of two rows of p standardised features. Memory and time grow with the square and the
 * cube of the rows learned from. Not thread-safe.
 */
final class GaussianProcess {
    private final Matrix known;
    private final Kernel kernel;
    private final double mean;
    private final double variance;
    private final LinearSolverDense<DMatrixRMaj> solver;
    private final DMatrixRMaj weights;

    /**
     * What is assumed of the target.
     *
     * @param width how quickly likeness falls with distance
     * @param noise variance of a measurement as a share of the target's own
     */
    record Kernel(double width, double noise) {
        private double of(double squared, int features) {
            return Math.exp(-width * squared / Math.max(1, features));
        }
    }

    private GaussianProcess(
            Matrix known,
            Kernel kernel,
            double mean,
            double variance,
            LinearSolverDense<DMatrixRMaj> solver,
            DMatrixRMaj weights) {
        this.known = known;
        this.kernel = kernel;
        this.mean = mean;
        this.variance = variance;
        this.solver = solver;
        this.weights = weights;
    }

    /**
     * Fits the process to known values.
     *
     * @param features one row per target, standardised
     * @param distances squared distances of these rows
     */
    static GaussianProcess learn(Matrix features, DMatrixRMaj distances, double[] targets, Kernel kernel) {
        int n = targets.length;
        double mean = 0;
        for (double target : targets) {
            mean += target / n;
        }
        DMatrixRMaj centred = new DMatrixRMaj(n, 1);
        DMatrixRMaj covariance = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            centred.set(i, targets[i] - mean);
            for (int j = 0; j < n; j++) {
                covariance.set(i, j, kernel.of(distances.get(i, j), features.columns()) + (i == j ? kernel.noise : 0));
            }
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
        if (!solver.setA(covariance)) {
            throw new IllegalStateException("a covariance of " + n + " spectra has no Cholesky factor");
        }
        DMatrixRMaj weights = new DMatrixRMaj(n, 1);
        solver.solve(centred, weights);
        return new GaussianProcess(features, kernel, mean, CommonOps_DDRM.dot(centred, weights) / n, solver, weights);
    }

    /** Expected target of each row. */
    double[] mean(DMatrixRMaj distances) {
        double[] expected = new double[distances.numRows];
        for (int i = 0; i < expected.length; i++) {
            double sum = mean;
            for (int j = 0; j < distances.numCols; j++) {
                sum += kernel.of(distances.get(i, j), known.columns()) * weights.get(j);
            }
            expected[i] = sum;
        }
        return expected;
    }

    /** Standard deviation of a measurement of each row around its expectation. */
    double[] deviation(DMatrixRMaj distances) {
        int n = distances.numCols;
        DMatrixRMaj likeness = new DMatrixRMaj(n, distances.numRows);
        for (int i = 0; i < distances.numRows; i++) {
            for (int j = 0; j < n; j++) {
                likeness.set(j, i, kernel.of(distances.get(i, j), known.columns()));
            }
        }
        DMatrixRMaj solved = new DMatrixRMaj(n, distances.numRows);
        solver.solve(likeness, solved);
        double[] deviations = new double[distances.numRows];
        for (int i = 0; i < deviations.length; i++) {
            double told = 0;
            for (int j = 0; j < n; j++) {
                told += likeness.get(j, i) * solved.get(j, i);
            }
            deviations[i] = Math.sqrt(variance * (Math.max(0, 1 - told) + kernel.noise));
        }
        return deviations;
    }

    /** What is expected of each row learned from if all but itself were learned from (same book, section 5.4.2). */
    double[] leaveOneOut(double[] targets) {
        DMatrixRMaj inverse = new DMatrixRMaj(targets.length, targets.length);
        solver.invert(inverse);
        double[] left = new double[targets.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = targets[i] - weights.get(i) / inverse.get(i, i);
        }
        return left;
    }

    /** The rows learned from. */
    Matrix known() {
        return known;
    }

    /** Squared distances of the rows of one table from those of another. */
    static DMatrixRMaj distances(Matrix rows, Matrix columns) {
        DMatrixRMaj a = wide(rows);
        DMatrixRMaj b = wide(columns);
        DMatrixRMaj products = new DMatrixRMaj(a.numRows, b.numRows);
        CommonOps_DDRM.multTransB(a, b, products);
        double[] ofRows = squares(a);
        double[] ofColumns = squares(b);
        for (int i = 0; i < ofRows.length; i++) {
            for (int j = 0; j < ofColumns.length; j++) {
                products.set(i, j, Math.max(0, ofRows[i] + ofColumns[j] - 2 * products.get(i, j)));
            }
        }
        return products;
    }

    private static DMatrixRMaj wide(Matrix matrix) {
        DMatrixRMaj wide = new DMatrixRMaj(matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.values().length; i++) {
            wide.data[i] = matrix.values()[i];
        }
        return wide;
    }

    private static double[] squares(DMatrixRMaj matrix) {
        double[] squares = new double[matrix.numRows];
        for (int i = 0; i < squares.length; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                squares[i] += matrix.get(i, j) * matrix.get(i, j);
            }
        }
        return squares;
    }
}
