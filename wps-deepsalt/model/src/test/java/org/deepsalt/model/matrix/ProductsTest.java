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
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {
    @Test
    void eachColumnTimesEach() {
        DMatrixRMaj rows = new DMatrixRMaj(new double[][] {{1, 2}, {3, 4}, {5, -6}});
        assertThat(Products.ofColumns(rows, 0.5).data).containsExactly(17.5, -8, -8, 28);
    }

    /** Blocks of 64 rows, four at a time, and stripes of 16 columns: each with and without a rest. */
    @ParameterizedTest
    @CsvSource({"0, 7", "1, 7", "3, 7", "4, 7", "5, 7", "11, 7", "64, 16", "64, 17", "65, 32", "131, 37", "200, 1"})
    void sameAsTheLibrarysProductWhateverTheNumbersOfRowsAndColumns(int count, int columns) {
        DMatrixRMaj rows = RandomMatrices_DDRM.rectangle(count, columns, -1, 1, new Random(count));
        DMatrixRMaj wanted = new DMatrixRMaj(columns, columns);
        CommonOps_DDRM.multTransA(2, rows, rows, wanted);
        assertThat(MatrixFeatures_DDRM.isIdentical(Products.ofColumns(rows, 2), wanted, 1e-12))
                .isTrue();
    }
}
