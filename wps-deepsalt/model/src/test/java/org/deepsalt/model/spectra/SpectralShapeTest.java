/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class SpectralShapeTest {
    private static final List<Band> BANDS =
            List.of(new Band(510, 8), new Band(500, 8), new Band(520, 8), new Band(900, 8));

    @Test
    void reflectancesThenNormalVariatesThenDifferencesThatBridgeNoGap() {
        Matrix shape = SpectralShape.of(Matrix.of(new float[][] {{0.2f, 0.1f, 0.3f, 0.4f}}, 4), BANDS);
        float unit = (float) Math.sqrt(0.0125);
        assertThat(shape.columns()).isEqualTo(4 + 4 + 2);
        assertThat(shape.values())
                .containsExactly(
                        new float[] {
                            0.1f,
                            0.2f,
                            0.3f,
                            0.4f,
                            -0.15f / unit,
                            -0.05f / unit,
                            0.05f / unit,
                            0.15f / unit,
                            0.1f / unit,
                            0.1f / unit
                        },
                        within(1e-5f));
    }

    @Test
    void brightnessChangesReflectancesAlone() {
        Matrix dark = SpectralShape.of(Matrix.of(new float[][] {{0.1f, 0.15f, 0.2f, 0.12f}}, 4), BANDS);
        Matrix lit = SpectralShape.of(Matrix.of(new float[][] {{0.2f, 0.3f, 0.4f, 0.24f}}, 4), BANDS);
        for (int column = 0; column < dark.columns(); column++) {
            float factor = column < 4 ? 2 : 1;
            assertThat(lit.get(0, column)).isCloseTo(factor * dark.get(0, column), within(1e-5f));
        }
    }

    @Test
    void aFlatSpectrumHasNoShape() {
        Matrix flat = SpectralShape.of(Matrix.of(new float[][] {{0.3f, 0.3f, 0.3f, 0.3f}}, 4), BANDS);
        assertThat(flat.values()).containsExactly(0.3f, 0.3f, 0.3f, 0.3f, 0, 0, 0, 0, 0, 0);
    }
}
