/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments.real;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Standardiser;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Ridge regression on standardised columns (Hoerl and Kennard 1970).
 *
 * @param standard of the columns
 * @param coefficients one per column
 * @param mean of the target
 */
record Ridge(Standardiser standard, DMatrixRMaj coefficients, double mean) {
    static final List<Double> STRENGTHS = List.of(0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0);

    static Ridge fit(Matrix features, double[] target, double strength) {
        Standardiser standard = Standardiser.fit(features);
        DMatrixRMaj x = wide(standard.apply(features));
        double mean = Arrays.stream(target).average().orElse(0);
        DMatrixRMaj y = new DMatrixRMaj(target.length, 1);
        for (int i = 0; i < target.length; i++) {
            y.set(i, target[i] - mean);
        }
        DMatrixRMaj products = new DMatrixRMaj(x.numCols, x.numCols);
        CommonOps_DDRM.multTransA(x, x, products);
        for (int i = 0; i < x.numCols; i++) {
            products.add(i, i, strength);
        }
        DMatrixRMaj right = new DMatrixRMaj(x.numCols, 1);
        CommonOps_DDRM.multTransA(x, y, right);
        DMatrixRMaj coefficients = new DMatrixRMaj(x.numCols, 1);
        if (!CommonOps_DDRM.solve(products, right, coefficients)) {
            throw new IllegalStateException("the normal equations of " + x.numCols + " columns have no solution");
        }
        return new Ridge(standard, coefficients, mean);
    }

    double[] predict(Matrix features) {
        DMatrixRMaj x = wide(standard.apply(features));
        DMatrixRMaj told = new DMatrixRMaj(x.numRows, 1);
        CommonOps_DDRM.mult(x, coefficients, told);
        return Arrays.stream(told.data).map(value -> value + mean).toArray();
    }

    private static DMatrixRMaj wide(Matrix matrix) {
        DMatrixRMaj wide = new DMatrixRMaj(matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.values().length; i++) {
            wide.data[i] = matrix.values()[i];
        }
        return wide;
    }
}
