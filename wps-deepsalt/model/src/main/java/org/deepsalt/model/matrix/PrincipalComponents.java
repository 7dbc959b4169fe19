/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal components of a table's columns, scaled to deviation 1 over the rows that they were found on. Immutable.
 *
 * @param mean of each column
 * @param loadings one row per component, by falling variance, divided by the component's deviation; columns as the
 *     table
 */
public record PrincipalComponents(float[] mean, Matrix loadings) {
    private static final double LEAST_SHARE = 1e-9;

    /**
     * Finds the components of the columns' covariance.
     *
     * @param count components wanted; fewer come out where the table does not have as many
     */
    public static PrincipalComponents fit(Matrix rows, int count) {
        int columns = rows.columns();
        double[] mean = new double[columns];
        for (int i = 0; i < rows.values().length; i++) {
            mean[i % columns] += rows.values()[i] / (double) rows.rows();
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(columns, true, true);
        eigen.decompose(covariance(rows, mean));
        Integer[] order = new Integer[columns];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i)
                .getReal()));
        double largest = eigen.getEigenvalue(order[0]).getReal();
        int kept = (int) Arrays.stream(order)
                .limit(count)
                .filter(i -> eigen.getEigenvalue(i).getReal() > LEAST_SHARE * largest)
                .count();
        Matrix loadings = Matrix.zeros(kept, columns);
        for (int k = 0; k < kept; k++) {
            double deviation = Math.sqrt(eigen.getEigenvalue(order[k]).getReal());
            DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            for (int j = 0; j < columns; j++) {
                loadings.values()[k * columns + j] = (float) (vector.get(j) / deviation);
            }
        }
        float[] centre = new float[columns];
        for (int j = 0; j < columns; j++) {
            centre[j] = (float) mean[j];
        }
        return new PrincipalComponents(centre, loadings);
    }

    private static DMatrixRMaj covariance(Matrix rows, double[] mean) {
        int columns = rows.columns();
        double[] sums = new double[columns * columns];
        double[] centred = new double[columns];
        for (int row = 0; row < rows.rows(); row++) {
            for (int j = 0; j < columns; j++) {
                centred[j] = rows.get(row, j) - mean[j];
            }
            for (int i = 0; i < columns; i++) {
                double value = centred[i] / rows.rows();
                for (int j = i; j < columns; j++) {
                    sums[i * columns + j] += value * centred[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < i; j++) {
                sums[i * columns + j] = sums[j * columns + i];
            }
        }
        return DMatrixRMaj.wrap(columns, columns, sums);
    }

    /** The components of other rows, one row each. */
    public Matrix apply(Matrix rows) {
        int columns = rows.columns();
        Matrix result = Matrix.zeros(rows.rows(), loadings.rows());
        for (int row = 0; row < rows.rows(); row++) {
            for (int k = 0; k < loadings.rows(); k++) {
                double sum = 0;
                for (int j = 0; j < columns; j++) {
                    sum += (double) (rows.values()[row * columns + j] - mean[j]) * loadings.values()[k * columns + j];
                }
                result.values()[row * loadings.rows() + k] = (float) sum;
            }
        }
        return result;
    }
}
