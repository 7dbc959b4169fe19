/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepsalt.model.spectra.Matrix;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    @Test
    void aLiteralMatrixIsDecomposed() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{2, 1}, {1, 2}});
        assertThat(eigen.values()).containsExactly(new double[] {3, 1}, within(1e-12));
        assertThat(Math.abs(eigen.vectors()[0][0] + eigen.vectors()[0][1])).isCloseTo(Math.sqrt(2), within(1e-12));
    }

    @Test
    void principalComponentsAreUncorrelatedWithDeviationOne() {
        Matrix spectra = new SyntheticSoil(8).samples(300, 0).pixels().reflectance();
        Matrix components = PrincipalComponents.fit(spectra).apply(spectra, 5);
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b < 5; b++) {
                double sum = 0;
                for (int row = 0; row < 300; row++) {
                    sum += components.get(row, a) * components.get(row, b);
                }
                assertThat(sum / 300).isCloseTo(a == b ? 1 : 0, within(1e-3));
            }
        }
    }
}
