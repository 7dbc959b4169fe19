/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.junit.jupiter.api.Test;

class StackedForestTest {
    private static final float[] TRUTH = {0, 1, 2, 0, 1, 2};
    private static final double[] NEAR = {1, 1, 1, 1, 1, 1};

    @Test
    void aForestThatIsRightWhereNetsAreWrongCountsMost() {
        double[] right = {0, 1, 2, 0, 1, 2};
        assertThat(StackedForest.worth(nets(1, 2, 3, 1, 2, 3), right, NEAR).share())
                .isEqualTo(0.75);
    }

    @Test
    void aForestThatErrsMoreIsNotHeard() {
        double[] wrong = {2, 0, 0, 2, 0, 0};
        assertThat(StackedForest.worth(nets(0, 1, 2, 0, 1, 2), wrong, NEAR).share())
                .isZero();
    }

    /** Better on one pixel of six and worse on the others: chance. */
    @Test
    void aGainWithinItsStandardErrorIsNotBelieved() {
        double[] once = {0, 1.01, 2.01, 0.01, 1.01, 2.01};
        assertThat(StackedForest.worth(nets(0.2f, 1, 2, 0, 1, 2), once, NEAR).share())
                .isZero();
    }

    @Test
    void farFromAllCovariatesAForestCountsNothing() {
        double[] right = {0, 1, 2, 0, 1, 2};
        double[] far = new double[6];
        assertThat(StackedForest.worth(nets(1, 2, 3, 1, 2, 3), right, far).share())
                .isZero();
    }

    @Test
    void reachFallsWithTheDistanceToWhatWasLearnedFrom() {
        Pixels labelled = pixels(0, 1, 2, 3);
        TrainingTable table = new TrainingTable(
                List.of(),
                new Samples(labelled, new float[4]),
                new Samples(pixels(1.5f), new float[1]),
                Matrix.zeros(0, 0),
                OutputRange.PAPER_ECE);
        CovariateReach reach = CovariateReach.of(table, List.of(new int[] {0, 2}, new int[] {1, 3}));
        double[] found = reach.of(new Matrix(4, 1, new float[] {1, 3.5f, 9, Float.NaN}));
        assertThat(found[0]).isEqualTo(1);
        assertThat(found[1]).isEqualTo(1);
        assertThat(found[2]).isCloseTo(Math.exp(1 - 6 / 0.975), within(0.01));
        assertThat(found[3]).isZero();
    }

    private static HeldOut nets(float... mean) {
        float[] ones = new float[mean.length];
        Arrays.fill(ones, 1);
        return new HeldOut(TRUTH, mean, ones, new float[mean.length]);
    }

    private static Pixels pixels(float... covariate) {
        int size = covariate.length;
        return new Pixels(
                Matrix.zeros(size, 0),
                new Matrix(size, 1, covariate),
                new Coordinates(new double[size], new double[size]));
    }
}
