/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import org.deepsalt.model.spectra.Matrix;
import org.deepsalt.model.spectra.Standardiser;

/**
 * Principal components of standardised columns, each scaled to deviation 1 over the rows it was found on.
 *
 * @param standardiser of the columns
 * @param loadings one row per component, by falling variance; already divided by the component's deviation
 */
record PrincipalComponents(Standardiser standardiser, Matrix loadings) {
    private static final double LEAST_VARIANCE = 1e-9;

    /** Finds all components of the columns' correlation matrix. */
    static PrincipalComponents fit(Matrix rows) {
        Standardiser standardiser = Standardiser.fit(rows);
        Matrix standard = standardiser.apply(rows);
        int p = rows.columns();
        double[][] covariance = new double[p][p];
        for (int row = 0; row < rows.rows(); row++) {
            float[] values = standard.row(row);
            for (int i = 0; i < p; i++) {
                for (int j = i; j < p; j++) {
                    covariance[i][j] += (double) values[i] * values[j] / rows.rows();
                }
            }
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < i; j++) {
                covariance[i][j] = covariance[j][i];
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        Matrix loadings = Matrix.zeros(p, p);
        for (int k = 0; k < p; k++) {
            double variance = eigen.values()[k];
            double factor = variance > LEAST_VARIANCE ? 1 / Math.sqrt(variance) : 0;
            for (int j = 0; j < p; j++) {
                loadings.values()[k * p + j] = (float) (eigen.vectors()[k][j] * factor);
            }
        }
        return new PrincipalComponents(standardiser, loadings);
    }

    /** The first components of each row; no more than there are columns. */
    Matrix apply(Matrix rows, int count) {
        Matrix standard = standardiser.apply(rows);
        int kept = Math.min(count, loadings.rows());
        Matrix result = Matrix.zeros(rows.rows(), kept);
        int p = rows.columns();
        for (int row = 0; row < rows.rows(); row++) {
            for (int k = 0; k < kept; k++) {
                double sum = 0;
                for (int j = 0; j < p; j++) {
                    sum += (double) standard.values()[row * p + j] * loadings.values()[k * p + j];
                }
                result.values()[row * kept + k] = (float) sum;
            }
        }
        return result;
    }
}
