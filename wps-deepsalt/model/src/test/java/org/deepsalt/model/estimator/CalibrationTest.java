/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.deepsalt.model.net.OutputRange;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void theFactorIsTheRankThatConformalPredictionAsksFor() {
        Calibration calibration = new Calibration(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThat(calibration.factor(0.9)).isEqualTo(9);
        assertThat(calibration.factor(0.5)).isEqualTo(5);
        assertThat(calibration.supports(0.9)).isTrue();
        assertThat(calibration.supports(0.95)).isFalse();
        assertThat(calibration.factor(0.99)).isEqualTo(9);
    }

    @Test
    void intervalsCoverWhatTheyPromiseWhateverTheErrorsLaw() {
        Random random = new Random(2);
        float[] labels = new float[4000];
        float[] means = new float[4000];
        float[] deviations = new float[4000];
        for (int i = 0; i < labels.length; i++) {
            deviations[i] = 0.5f + random.nextFloat();
            labels[i] = (float) (deviations[i] * Math.pow(random.nextGaussian(), 3));
        }
        Calibration calibration = Calibration.fit(labels, means, deviations);
        int covered = 0;
        for (int i = 0; i < 4000; i++) {
            double error = Math.abs(Math.pow(random.nextGaussian(), 3));
            covered += error <= calibration.factor(0.9) ? 1 : 0;
        }
        assertThat(covered / 4000.0).isCloseTo(0.9, within(0.015));
    }

    @Test
    void boundsStayInsideTheOutputRange() {
        OutputRange range = OutputRange.PAPER_ECE;
        assertThat(Calibration.bound(0, 1, 0, range)).isEqualTo(1);
        assertThat(Calibration.bound(0, 1, 99, range)).isEqualTo(77);
        assertThat(Calibration.bound(0, 1, -99, range)).isEqualTo(0.05f);
    }
}
