/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionMetricsTest {
    @Test
    void figuresOfASmallTable() {
        RegressionMetrics m = RegressionMetrics.of(new float[] {1, 2, 3, 4, 5}, new float[] {1, 2, 3, 4, 10});
        assertThat(m.count()).isEqualTo(5);
        assertThat(m.mae()).isEqualTo(1);
        assertThat(m.rmse()).isCloseTo(Math.sqrt(5), within(1e-9));
        assertThat(m.r2()).isCloseTo(1 - 25.0 / 10, within(1e-9));
        assertThat(m.bias()).isEqualTo(1);
        assertThat(m.rpd()).isCloseTo(Math.sqrt(2.5) / Math.sqrt(5), within(1e-9));
        assertThat(m.rpiq()).isCloseTo(2 / Math.sqrt(5), within(1e-9));
        assertThat(m.ccc()).isCloseTo(2 * 4.0 / (2 + 10 + 1), within(1e-9));
    }

    @Test
    void thePerfectPredictionHasR2AndConcordanceOfOne() {
        RegressionMetrics m = RegressionMetrics.of(new float[] {1, 2, 4}, new float[] {1, 2, 4});
        assertThat(m.mae()).isZero();
        assertThat(m.r2()).isEqualTo(1);
        assertThat(m.ccc()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whatWouldDivideByNothingIsNotDefined() {
        RegressionMetrics alike = RegressionMetrics.of(new float[] {3, 3}, new float[] {3, 4});
        assertThat(alike.r2()).isNaN();
        assertThat(alike.mae()).isEqualTo(0.5);
        RegressionMetrics perfect = RegressionMetrics.of(new float[] {1, 2, 4}, new float[] {1, 2, 4});
        assertThat(perfect.rpd()).isNaN();
        assertThat(perfect.rpiq()).isNaN();
    }

    @Test
    void classesAreHalfOpen() {
        assertThat(SalinityClass.of(1.999)).isEqualTo(SalinityClass.NON_SALINE);
        assertThat(SalinityClass.of(2)).isEqualTo(SalinityClass.SLIGHT);
        assertThat(SalinityClass.of(16)).isEqualTo(SalinityClass.VERY_STRONG);
        assertThat(SalinityClass.of(-0.1)).isEqualTo(SalinityClass.NON_SALINE);
    }
}
