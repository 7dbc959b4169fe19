/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepsalt.model.net.OutputRange;
import org.junit.jupiter.api.Test;

class Bfloat16DifferenceTest {
    private static final OutputRange RANGE = new OutputRange(0.05, 77);
    private static final Intervals INTERVALS = new Intervals(new double[0], new double[] {1}, false, 0.5, RANGE);
    private static final Exceedance EVEN = new Exceedance(-1, 1, new double[] {1, 0.5, 0});

    @Test
    void tellsDifferencesInWidthsOfTheInterval() {
        // ECe 1, from 0.5 to 2: 1.5 wide.
        float scale = (float) Math.log(2);
        float[] exact = {0, scale, 0.25f};
        float[] rounded = {(float) Math.log(1.03), scale, 0.26f};
        Bfloat16Difference difference = Bfloat16Difference.of(exact, rounded, INTERVALS, EVEN);
        assertThat(difference.pixels()).isEqualTo(1);
        assertThat(difference.estimate()).isCloseTo(0.02, within(1e-5));
        assertThat(difference.lower()).isCloseTo(0.01, within(1e-5));
        assertThat(difference.upper()).isCloseTo(0.04, within(1e-5));
        assertThat(difference.dissimilarity()).isCloseTo(0.02, within(1e-5));
        assertThat(difference.withinLimit()).isFalse();
    }

    @Test
    void onePixelInAHundredMayDifferMore() {
        float[] exact = new float[200 * EstimatorNet.OUTPUTS];
        for (int i = 0; i < 200; i++) {
            exact[i * EstimatorNet.OUTPUTS] = i / 200f;
            exact[i * EstimatorNet.OUTPUTS + 1] = 0.5f;
        }
        float[] rounded = exact.clone();
        rounded[0] += 1;
        assertThat(Bfloat16Difference.of(exact, rounded, INTERVALS, EVEN))
                .isEqualTo(new Bfloat16Difference(200, 0, 0, 0, 0, 0));
        rounded[3] += 1;
        rounded[6] += 1;
        assertThat(Bfloat16Difference.of(exact, rounded, INTERVALS, EVEN).withinLimit())
                .isFalse();
    }

    @Test
    void withoutAPixelNothingIsKnown() {
        assertThat(new Bfloat16Difference(0, 0, 0, 0, 0, 0).withinLimit()).isFalse();
        assertThat(new Bfloat16Difference(10, 0.01, 0.01, 0.01, 0.01, 0.01).withinLimit())
                .isTrue();
        assertThat(new Bfloat16Difference(10, 0, 0, 0, 0.011, 0).withinLimit()).isFalse();
    }
}
