/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StandardiserTest {
    private static final Matrix TRAINING = new Matrix(2, 3, new float[] {1, 5, 0.001f, 3, 5, 0.002f});

    @Test
    void columnsGetMeanZeroAndDeviationOne() {
        float[] result = Standardiser.fit(TRAINING).apply(TRAINING).values();
        assertThat(result[0]).isEqualTo(-1);
        assertThat(result[3]).isEqualTo(1);
        assertThat(result[5]).isCloseTo(1, within(1e-3f));
        assertThat(new float[] {result[1], result[4]}).containsOnly(0);
    }

    @Test
    void aColumnThatHardlyVariesBesideTheOthersIsNotScaledUp() {
        Standardiser strict = Standardiser.fit(TRAINING, 0.01);
        assertThat(strict.factor()).containsExactly(1, 0, 0);
    }

    @Test
    void noneLeavesEverythingAsItIs() {
        assertThat(Standardiser.none(3).apply(TRAINING).values()).isEqualTo(TRAINING.values());
    }
}
