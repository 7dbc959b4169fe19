/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import java.util.Arrays;
import java.util.Comparator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
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
     * Finds the components of the columns' covariance, by way of the rows' products where there are fewer rows than
     * columns.
     *
     * @param count components wanted; fewer come out where the table does not have as many
     */
    public static PrincipalComponents fit(Matrix rows, int count) {
        DMatrixRMaj centred = new DMatrixRMaj(rows.rows(), rows.columns());
        float[] mean = centre(rows, centred);
        boolean wide = rows.rows() < rows.columns();
        DMatrixRMaj products =
                Products.ofColumns(wide ? CommonOps_DDRM.transpose(centred, null) : centred, 1.0 / rows.rows());
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(products.numRows, true, true);
        eigen.decompose(products);
        Integer[] order = new Integer[products.numRows];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -eigen.getEigenvalue(i)
                .getReal()));
        double largest = eigen.getEigenvalue(order[0]).getReal();
        int kept = (int) Arrays.stream(order)
                .limit(count)
                .filter(i -> eigen.getEigenvalue(i).getReal() > LEAST_SHARE * largest)
                .count();
        Matrix loadings = Matrix.zeros(kept, rows.columns());
        for (int k = 0; k < kept; k++) {
            double variance = eigen.getEigenvalue(order[k]).getReal();
            DMatrixRMaj vector = eigen.getEigenVector(order[k]);
            if (wide) {
                DMatrixRMaj ofColumns = new DMatrixRMaj(rows.columns(), 1);
                CommonOps_DDRM.multTransA(1 / Math.sqrt(rows.rows() * variance), centred, vector, ofColumns);
                vector = ofColumns;
            }
            double deviation = Math.sqrt(variance);
            for (int j = 0; j < rows.columns(); j++) {
                loadings.values()[k * rows.columns() + j] = (float) (vector.get(j) / deviation);
            }
        }
        return new PrincipalComponents(mean, loadings);
    }

    private static float[] centre(Matrix rows, DMatrixRMaj centred) {
        int columns = rows.columns();
        double[] sums = new double[columns];
        for (int i = 0; i < rows.values().length; i++) {
            sums[i % columns] += rows.values()[i] / (double) rows.rows();
        }
        float[] mean = new float[columns];
        for (int j = 0; j < columns; j++) {
            mean[j] = (float) sums[j];
        }
        for (int i = 0; i < rows.values().length; i++) {
            centred.data[i] = rows.values()[i] - sums[i % columns];
        }
        return mean;
    }

    /** The components of other rows, one row each. */
    public Matrix apply(Matrix rows) {
        int columns = rows.columns();
        int count = loadings.rows();
        double[] byColumn = transposed();
        Matrix result = Matrix.zeros(rows.rows(), count);
        double[] sums = new double[count];
        for (int row = 0; row < rows.rows(); row++) {
            Arrays.fill(sums, 0);
            for (int j = 0; j < columns; j++) {
                add(rows.values()[row * columns + j] - mean[j], byColumn, j * count, sums);
            }
            for (int k = 0; k < count; k++) {
                result.values()[row * count + k] = (float) sums[k];
            }
        }
        return result;
    }

    /** All components of one column at a time, in a loop that Java turns into vector instructions. */
    private static void add(double factor, double[] byColumn, int from, double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += factor * byColumn[from + k];
        }
    }

    private double[] transposed() {
        int columns = loadings.columns();
        double[] byColumn = new double[loadings.values().length];
        for (int k = 0; k < loadings.rows(); k++) {
            for (int j = 0; j < columns; j++) {
                byColumn[j * loadings.rows() + k] = loadings.get(k, j);
            }
        }
        return byColumn;
    }

    /** The rows that components stand for, one row each: what {@link #apply} leaves of a table, turned back. */
    public Matrix undo(Matrix components) {
        int columns = loadings.columns();
        Matrix rows = Matrix.zeros(components.rows(), columns);
        double[] variances = variances();
        for (int row = 0; row < rows.rows(); row++) {
            for (int j = 0; j < columns; j++) {
                double sum = mean[j];
                for (int k = 0; k < loadings.rows(); k++) {
                    sum += components.get(row, k) * variances[k] * loadings.get(k, j);
                }
                rows.values()[row * columns + j] = (float) sum;
            }
        }
        return rows;
    }

    /** A component's loadings are a unit vector divided by its deviation. */
    private double[] variances() {
        double[] variances = new double[loadings.rows()];
        for (int k = 0; k < variances.length; k++) {
            double squares = 0;
            for (int j = 0; j < loadings.columns(); j++) {
                squares += (double) loadings.get(k, j) * loadings.get(k, j);
            }
            variances[k] = 1 / squares;
        }
        return variances;
    }
}
