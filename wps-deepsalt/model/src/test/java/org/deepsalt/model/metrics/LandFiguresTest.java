/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LandFiguresTest {
    /**
     * Half of the samples at 1 dS/m with an error of 0.5, half at 10 with an error of 4: on the land one in ten is
     * saline.
     */
    @Test
    void aRareClassCountsAsItIsFrequent() {
        float[] land = new float[100];
        Arrays.fill(land, 0, 90, 1);
        Arrays.fill(land, 90, 100, 10);
        LandFigures found = LandFigures.of(samples(), null, 4, land);
        assertThat(found.mae()).isCloseTo(0.9 * 0.5 + 0.1 * 4, within(1e-6));
        assertThat(found.bias()).isCloseTo(0.9 * 0.5 - 0.1 * 4, within(1e-6));
        assertThat(found.coverage()).isCloseTo(0.9, within(1e-6));
        assertThat(found.distance()).isCloseTo(0.4, within(1e-6));
        assertThat(found.effectiveCount()).isBetween(10.0, 15.0);
        assertThat(found.brier()).isNaN();
        assertThat(found.shares().get(0).land()).isCloseTo(0.9, within(1e-6));
        assertThat(found.shares().get(1).land()).isCloseTo(0.1, within(1e-6));
    }

    @Test
    void equalPopulationsHaveTheFiguresOfTheSamples() {
        Predictions samples = samples();
        float[] sure = new float[20];
        Arrays.fill(sure, 10, 20, 1);
        LandFigures found = LandFigures.of(samples, sure, 4, samples.estimate());
        RegressionMetrics plain = RegressionMetrics.of(samples.observed(), samples.estimate());
        assertThat(found.mae()).isCloseTo(plain.mae(), within(1e-6));
        assertThat(found.r2()).isCloseTo(plain.r2(), within(1e-6));
        assertThat(found.effectiveCount()).isCloseTo(20, within(1e-6));
        assertThat(found.distance()).isZero();
        assertThat(found.brier()).isZero();
    }

    private static Predictions samples() {
        float[] observed = new float[20];
        float[] estimate = new float[20];
        boolean[] covered = new boolean[20];
        for (int i = 0; i < 20; i++) {
            boolean saline = i >= 10;
            estimate[i] = saline ? 10 : 1;
            observed[i] = saline ? 14 : 0.5f;
            covered[i] = !saline;
        }
        return new Predictions(observed, estimate, new float[20], covered, new float[20]);
    }
}
