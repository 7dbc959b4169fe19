/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsTest {
    @Test
    void eachColumnTimesEach() {
        DMatrixRMaj rows = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, -6}});
        assertThat(Products.ofColumns(rows, 0.5).data).containsExactly(17.5, -8, -8, 28);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11})
    void sameAsTheLibrarysProductWhateverTheNumberOfRows(int count) {
        DMatrixRMaj rows = RandomMatrices_DDRM.rectangle(count, 7, -1, 1, new Random(count));
        DMatrixRMaj wanted = new DMatrixRMaj(7, 7);
        CommonOps_DDRM.multTransA(2, rows, rows, wanted);
        assertThat(MatrixFeatures_DDRM.isIdentical(Products.ofColumns(rows, 2), wanted, 1e-12))
                .isTrue();
    }
}
