/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * How the scores of a laboratory spectrum follow from those of its pixel: a linear function and normal noise around it.
 * Immutable.
 *
 * @param weights pixel scores x laboratory scores
 * @param noise covariance of what the function leaves over
 */
record ScoreRelation(DMatrixRMaj weights, DMatrixRMaj noise) {
    private static final double LEAST_NOISE = 0.02;

    /**
     * The function of least squares where pixels are known by their expectation only.
     *
     * @param wanted laboratory scores, one row per sample
     * @param means expected scores of each sample's pixel; a row of zeros for a sample without any
     * @param squares expected sum, over the samples, of the pixel's scores, each times each
     * @param own laboratory scores of the samples with a pixel, each times each, summed
     * @param samples that have a pixel
     * @param ridge added to the diagonal of the squares
     */
    static ScoreRelation fit(
            DMatrixRMaj wanted, DMatrixRMaj means, DMatrixRMaj squares, DMatrixRMaj own, int samples, double ridge) {
        DMatrixRMaj products = new DMatrixRMaj(means.numCols, wanted.numCols);
        CommonOps_DDRM.multTransA(means, wanted, products);
        DMatrixRMaj ridged = squares.copy();
        addToDiagonal(ridged, ridge);
        DMatrixRMaj weights = new DMatrixRMaj(means.numCols, wanted.numCols);
        CommonOps_DDRM.solveSPD(ridged, products, weights);
        return new ScoreRelation(weights, leftOver(weights, products, squares, own, samples));
    }

    /** Expected square of the error per sample, from sums alone: no candidate is looked at again. */
    private static DMatrixRMaj leftOver(
            DMatrixRMaj weights, DMatrixRMaj products, DMatrixRMaj squares, DMatrixRMaj own, int samples) {
        int scores = own.numRows;
        DMatrixRMaj mixed = new DMatrixRMaj(scores, scores);
        CommonOps_DDRM.multTransA(products, weights, mixed);
        DMatrixRMaj sum = own.copy();
        CommonOps_DDRM.subtractEquals(sum, mixed);
        CommonOps_DDRM.transpose(mixed);
        CommonOps_DDRM.subtractEquals(sum, mixed);
        DMatrixRMaj answered = new DMatrixRMaj(scores, scores);
        CommonOps_DDRM.multTransA(weights, product(squares, weights), answered);
        CommonOps_DDRM.addEquals(sum, answered);
        CommonOps_DDRM.divide(sum, samples);
        addToDiagonal(sum, LEAST_NOISE);
        return sum;
    }

    /** Laboratory scores that these pixels' samples would have but for the noise, one row per pixel. */
    DMatrixRMaj answers(DMatrixRMaj pixels) {
        return product(pixels, weights);
    }

    /** Scores turned and stretched so that the noise is 1 in every direction. */
    DMatrixRMaj whitened(DMatrixRMaj rows) {
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(noise.numRows, true);
        if (!cholesky.decompose(noise.copy())) {
            throw new IllegalStateException("the noise between laboratory and satellite scores has no root");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(noise.numRows, noise.numRows);
        CommonOps_DDRM.invert(cholesky.getT(null), inverse);
        DMatrixRMaj result = new DMatrixRMaj(rows.numRows, rows.numCols);
        CommonOps_DDRM.multTransB(rows, inverse, result);
        return result;
    }

    private static DMatrixRMaj product(DMatrixRMaj left, DMatrixRMaj right) {
        DMatrixRMaj result = new DMatrixRMaj(left.numRows, right.numCols);
        CommonOps_DDRM.mult(left, right, result);
        return result;
    }

    private static void addToDiagonal(DMatrixRMaj matrix, double value) {
        for (int i = 0; i < matrix.numRows; i++) {
            matrix.add(i, i, value);
        }
    }
}
