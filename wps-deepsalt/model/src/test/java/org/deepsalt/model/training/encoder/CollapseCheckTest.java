/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class CollapseCheckTest {
    @Test
    void codesThatNoLongerDifferAreACollapse() {
        Matrix same = new Matrix(3, 2, new float[] {1, 2, 1, 2.0001f, 1, 2});
        assertThatThrownBy(() -> CollapseCheck.requireVariation("satellite", same))
                .hasMessageContaining("the alignment collapsed: all satellite spectra have the same code");
        assertThatThrownBy(() -> CollapseCheck.requireVariation("satellite", Matrix.zeros(3, 2)))
                .hasMessageContaining("collapsed");
    }

    @Test
    void codesThatDifferAreNone() {
        Matrix different = new Matrix(3, 2, new float[] {1, 2, 0, 2.5f, 1, 0});
        assertThatCode(() -> CollapseCheck.requireVariation("satellite", different))
                .doesNotThrowAnyException();
    }
}
