/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.deepsalt.model.metrics.Reliability;
import org.junit.jupiter.api.Test;

class ExceedanceTest {
    private static final double THRESHOLD = 0.5;

    @Test
    void theTailOfTheNormalDistributionIsThatOfTables() {
        assertThat(Exceedance.upperTail(0)).isCloseTo(0.5, within(1e-7));
        assertThat(Exceedance.upperTail(1.959964)).isCloseTo(0.025, within(1e-6));
        assertThat(Exceedance.upperTail(-1)).isCloseTo(0.8413447, within(1e-6));
    }

    /** A net that thinks itself twice as good as it is: its own normal distribution would be too sure. */
    @Test
    void overconfidentAnswersAreCalibrated() {
        Exceedance exceedance = Exceedance.fit(heldOut(new Random(1), 4000, 0.6, 0.3), THRESHOLD);
        HeldOut fresh = heldOut(new Random(2), 20_000, 0.6, 0.3);
        float[] probabilities = exceedance.above(4, THRESHOLD).of(fresh);
        float[] observed = new float[fresh.size()];
        double naive = 0;
        for (int i = 0; i < observed.length; i++) {
            observed[i] = (float) Math.exp(fresh.observed()[i]);
            double own = Exceedance.upperTail((Math.log(4) - fresh.mean()[i]) / fresh.scale()[i]);
            naive += Math.pow(own - (observed[i] > 4 ? 1 : 0), 2) / observed.length;
        }
        Reliability found = Reliability.of(4, probabilities, observed);
        assertThat(found.bins()).hasSize(10).allSatisfy(bin -> assertThat(bin.observed())
                .isCloseTo(bin.predicted(), within(0.05)));
        assertThat(found.brier()).isLessThan(naive).isLessThan(found.brierOfShare());
    }

    @Test
    void probabilitiesFallWithTheThresholdAndAreNeverCertain() {
        Exceedance exceedance = Exceedance.fit(heldOut(new Random(3), 48, 0.5, 0.5), THRESHOLD);
        float before = 1;
        for (double threshold = 0.001; threshold < 1000; threshold *= 1.1) {
            float probability = exceedance.above(threshold, THRESHOLD).of(0, 0.5, 0);
            assertThat(probability).isBetween(0.001f, 0.999f).isLessThanOrEqualTo(before);
            before = probability;
        }
    }

    @Test
    void whatIsUnlikeTheTrainingIsLessSure() {
        Exceedance exceedance = Exceedance.fit(heldOut(new Random(4), 500, 0.5, 0.5), THRESHOLD);
        ThresholdProbability saline = exceedance.above(4, THRESHOLD);
        float inside = saline.of(Math.log(10), 0.5, THRESHOLD);
        float outside = saline.of(Math.log(10), 0.5, 4 * THRESHOLD);
        assertThat(inside).isGreaterThan(0.9f);
        assertThat(outside).isBetween(0.5f, inside);
    }

    @Test
    void nothingCanBeCalibratedByNoPixel() {
        HeldOut none = new HeldOut(new float[0], new float[0], new float[0], new float[0]);
        assertThatThrownBy(() -> Exceedance.fit(none, THRESHOLD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without a held-out pixel");
    }

    private static HeldOut heldOut(Random random, int size, double error, double scale) {
        float[] observed = new float[size];
        float[] mean = new float[size];
        float[] scales = new float[size];
        for (int i = 0; i < size; i++) {
            mean[i] = (float) (Math.log(4) + 1.2 * random.nextGaussian());
            observed[i] = (float) (mean[i] + error * random.nextGaussian());
            scales[i] = (float) scale;
        }
        return new HeldOut(observed, mean, scales, new float[size]);
    }
}
