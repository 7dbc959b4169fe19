/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MinMaxScalerTest {
    private static final Matrix TRAINING = new Matrix(3, 2, new float[] {1, 5, 3, 5, 2, 5});

    @Test
    void theExtremesOfTrainingBecomeZeroAndOne() {
        Matrix scaled = MinMaxScaler.fit(TRAINING).apply(new Matrix(3, 2, new float[] {1, 5, 3, 5, 5, 6}));
        assertThat(scaled.values()).containsExactly(0, 0, 1, 0, 2, 1);
    }

    @Test
    void boundedValuesStayInside() {
        Matrix scaled = MinMaxScaler.fit(TRAINING).applyBounded(new Matrix(1, 2, new float[] {5, 4}));
        assertThat(scaled.values()).containsExactly(1, 0);
    }

    @Test
    void boundsAroundTheMeanPutItInTheMiddle() {
        float deviation = (float) Math.sqrt(2 / 3.0);
        Matrix scaled =
                MinMaxScaler.around(TRAINING, 3).apply(new Matrix(2, 2, new float[] {2, 5, 2 + 3 * deviation, 5.5f}));
        assertThat(scaled.values()[0]).isEqualTo(0.5f);
        assertThat(scaled.values()[1]).isZero();
        assertThat(scaled.values()[2]).isEqualTo(1f, org.assertj.core.api.Assertions.within(1e-6f));
        assertThat(scaled.values()[3]).isEqualTo(0.5f);
    }
}
