/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class PretreatmentTest {
    private static final int CHANNELS = 40;

    private static Matrix spectrum(double offset, double factor) {
        Matrix row = Matrix.zeros(1, CHANNELS);
        for (int i = 0; i < CHANNELS; i++) {
            row.values()[i] = (float) (offset + factor * (Math.sin(i / 5.0) + 0.02 * i));
        }
        return row;
    }

    @Test
    void offsetAndScatterOfASampleAreGone() {
        float[] plain = Pretreatment.apply(spectrum(0, 1)).values();
        float[] scattered = Pretreatment.apply(spectrum(0.7, 1.3)).values();
        for (int i = 0; i < CHANNELS; i++) {
            assertThat(scattered[i]).isCloseTo(plain[i], within(1e-4f));
        }
        assertThat(plain[20]).isNotZero();
    }

    @Test
    void aLineHasOneSlopeOverItsDeviation() {
        Matrix line = Matrix.zeros(1, CHANNELS);
        for (int i = 0; i < CHANNELS; i++) {
            line.values()[i] = 2f * i;
        }
        double deviation = 2 * Math.sqrt((CHANNELS * CHANNELS - 1) / 12.0);
        float[] slope = Pretreatment.apply(line).values();
        assertThat(slope[3]).isZero();
        assertThat(slope[4]).isCloseTo((float) (2 / deviation), within(1e-6f));
        assertThat(slope[CHANNELS - 5]).isCloseTo((float) (2 / deviation), within(1e-6f));
        assertThat(slope[CHANNELS - 4]).isZero();
    }

    @Test
    void aConstantSpectrumHasNoSlope() {
        Matrix flat = new Matrix(1, 9, new float[] {3, 3, 3, 3, 3, 3, 3, 3, 3});
        assertThat(Pretreatment.apply(flat).values()).containsOnly(0f);
    }
}
