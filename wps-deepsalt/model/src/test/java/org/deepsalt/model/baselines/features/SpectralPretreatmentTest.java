/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class SpectralPretreatmentTest {
    private static final List<Double> CENTRES = List.of(500.0, 510.0, 520.0, 530.0, 540.0, 560.0, 580.0);

    @Test
    void absorbanceIsBoundedWhereNothingIsReflected() {
        Matrix treated = SpectralPretreatment.ABSORBANCE.apply(new Matrix(1, 2, new float[] {0.1f, -1}), CENTRES);
        assertThat(treated.values()).containsExactly(new float[] {1, 3}, within(1e-6f));
    }

    @Test
    void theNormalVariateForgetsOffsetAndScatter() {
        Matrix one = new Matrix(1, 4, new float[] {0.1f, 0.2f, 0.4f, 0.3f});
        Matrix other = new Matrix(1, 4, new float[] {0.25f, 0.45f, 0.85f, 0.65f});
        float[] first = SpectralPretreatment.NORMAL_VARIATE.apply(one, CENTRES).values();
        assertThat(SpectralPretreatment.NORMAL_VARIATE.apply(other, CENTRES).values())
                .containsExactly(first, within(1e-5f));
    }

    /** A straight line over uneven wavelengths has one slope: per micrometre, and per deviation of the spectrum. */
    @Test
    void theDerivativeKnowsTheDistanceOfTheBands() {
        float[] line = new float[7];
        double mean = 0;
        for (int i = 0; i < 7; i++) {
            line[i] = (float) (0.002 * CENTRES.get(i));
            mean += line[i] / 7;
        }
        double variance = 0;
        for (float value : line) {
            variance += (value - mean) * (value - mean) / 7;
        }
        float[] slopes = SpectralPretreatment.DERIVATIVE
                .apply(new Matrix(1, 7, line), CENTRES)
                .values();
        assertThat(slopes[3]).isCloseTo((float) (2 / Math.sqrt(variance)), within(1e-3f));
        assertThat(slopes[0]).isZero();
    }

    @Test
    void triplesAreMeansOfNeighbours() {
        Matrix spectra = new Matrix(1, 4, new float[] {1, 2, 6, 5});
        assertThat(SpectralView.TRIPLES.averaged(spectra).values()).containsExactly(3, 5);
    }
}
