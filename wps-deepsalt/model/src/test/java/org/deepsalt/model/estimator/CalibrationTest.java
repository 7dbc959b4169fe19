/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.deepsalt.model.metrics.Predictions;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.store.Json;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final double THRESHOLD = 0.5;

    @Test
    void theFactorIsTheRankThatConformalPredictionAsksFor() {
        Calibration calibration = ofOneGroup(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(calibration.factors(0.9)).containsExactly(9);
        assertThat(calibration.factors(0.5)).containsExactly(5);
        assertThat(calibration.supports(0.9)).isTrue();
        assertThat(calibration.supports(0.95)).isFalse();
        assertThat(calibration.factors(0.99)).containsExactly(9);
    }

    @Test
    void theLeastFavourableGroupDecidesWhatIsSupported() {
        Calibration calibration = new Calibration(
                new double[] {1},
                new double[][] {{1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3}},
                Calibration.Source.SPLIT,
                false);
        assertThat(calibration.supports(0.9)).isFalse();
        assertThat(calibration.supports(0.75)).isTrue();
    }

    /** Errors grow with the estimate in a way that the scale does not know: only groups put that right. */
    @Test
    void intervalsCoverWhatTheyPromiseInEveryGroup() {
        Random random = new Random(2);
        Calibration calibration = Calibration.fit(heldOut(random, 20_000), Calibration.Source.SPLIT, THRESHOLD, true);
        assertThat(calibration.edges()).hasSize(4);
        assertThat(calibration.factors(0.9)).isSorted();
        HeldOut fresh = heldOut(random, 40_000);
        int[] pixels = new int[5];
        int[] covered = new int[5];
        double[] factors = calibration.factors(0.9);
        for (int i = 0; i < fresh.size(); i++) {
            int group = Calibration.group(calibration.edges(), fresh.mean()[i]);
            pixels[group]++;
            double score = Math.abs(fresh.observed()[i] - fresh.mean()[i]) / fresh.scale()[i];
            covered[group] += score <= factors[group] ? 1 : 0;
        }
        for (int group = 0; group < 5; group++) {
            assertThat((double) covered[group] / pixels[group]).isCloseTo(0.9, within(0.03));
        }
    }

    /** Cubes of normal numbers: no law that the net's distribution could have. */
    private static HeldOut heldOut(Random random, int size) {
        HeldOut heldOut = new HeldOut(new float[size], new float[size], new float[size], new float[size]);
        for (int i = 0; i < size; i++) {
            heldOut.mean()[i] = (float) Math.log(32 * random.nextFloat() + 0.1);
            heldOut.scale()[i] = 0.5f + random.nextFloat();
            double error = Math.pow(random.nextGaussian(), 3) * Math.exp(heldOut.mean()[i] / 2);
            heldOut.observed()[i] = (float) (heldOut.mean()[i] + heldOut.scale()[i] * error);
        }
        return heldOut;
    }

    @Test
    void groupsWithFewPixelsJoinTheSmallerNeighbour() {
        // Classes of the estimate: 50 below 2, 10 to 4, 20 to 8, none to 16, 45 above.
        float[] mean = new float[125];
        for (int i = 0; i < 125; i++) {
            mean[i] = (float) Math.log(i < 50 ? 1 : i < 60 ? 3 : i < 80 ? 5 : 20);
        }
        float[] ones = new float[125];
        java.util.Arrays.fill(ones, 1);
        Calibration calibration = Calibration.fit(
                new HeldOut(new float[125], mean, ones, new float[125]), Calibration.Source.SPLIT, THRESHOLD, true);
        assertThat(calibration.counts()).containsExactly(50, 75);
        assertThat(calibration.edges()).containsExactly(Math.log(2));
    }

    @Test
    void fewPixelsMakeOneGroup() {
        HeldOut nine = heldOut(new Random(1), 9);
        Calibration calibration = Calibration.fit(nine, Calibration.Source.SPLIT, THRESHOLD, true);
        assertThat(calibration.counts()).containsExactly(9);
        assertThat(calibration.supports(0.9)).isTrue();
        assertThat(calibration.supports(0.91)).isFalse();
    }

    @Test
    void intervalsWidenWithTheDissimilarityOnlyWhereTheCardSaysSo() {
        Intervals widening = new Intervals(new double[0], new double[] {1}, true, THRESHOLD, OutputRange.PAPER_ECE);
        assertThat(widening.upper(0, 1, 0.2)).isCloseTo((float) Math.exp(1), within(1e-6f));
        assertThat(widening.upper(0, 1, 0.5)).isCloseTo((float) Math.exp(1), within(1e-6f));
        assertThat(widening.upper(0, 1, 1)).isCloseTo((float) Math.exp(2), within(1e-5f));
        assertThat(widening.lower(0, 1, 1)).isCloseTo((float) Math.exp(-2), within(1e-6f));
        assertThat(widening.estimate(0)).isEqualTo(1);
        Intervals fixed = new Intervals(new double[0], new double[] {1}, false, THRESHOLD, OutputRange.PAPER_ECE);
        assertThat(fixed.upper(0, 1, 1)).isCloseTo((float) Math.exp(1), within(1e-6f));
    }

    @Test
    void scoresAreWidenedAsTheIntervalsWillBe() {
        HeldOut one = new HeldOut(new float[] {4}, new float[] {0}, new float[] {1}, new float[] {1});
        assertThat(Calibration.fit(one, Calibration.Source.SPLIT, THRESHOLD, true)
                        .scores()[0])
                .containsExactly(2);
        assertThat(Calibration.fit(one, Calibration.Source.SPLIT, THRESHOLD, false)
                        .scores()[0])
                .containsExactly(4);
    }

    @Test
    void eachEstimateTakesTheFactorOfItsGroup() {
        Intervals intervals =
                new Intervals(new double[] {0, 1}, new double[] {1, 2, 3}, false, THRESHOLD, OutputRange.PAPER_ECE);
        assertThat(intervals.upper(-0.5, 0.1, 0)).isCloseTo((float) Math.exp(-0.4), within(1e-6f));
        assertThat(intervals.upper(0, 0.1, 0)).isCloseTo((float) Math.exp(0.2), within(1e-6f));
        assertThat(intervals.upper(1, 0.1, 0)).isCloseTo((float) Math.exp(1.3), within(1e-5f));
    }

    @Test
    void boundsStayInsideTheOutputRangeAndHoldWhatLiesBeyondIt() {
        Intervals wide = new Intervals(new double[0], new double[] {99}, false, THRESHOLD, OutputRange.PAPER_ECE);
        assertThat(wide.upper(0, 1, 0)).isEqualTo(77);
        assertThat(wide.lower(0, 1, 0)).isEqualTo(0.05f);
        Predictions read = wide.predictions(new float[] {0, 100}, new float[] {0, 1, 0.1f, 0, 1, 0.7f});
        assertThat(read.covered()).containsExactly(true, true);
        assertThat(read.width()[0]).isEqualTo(77 - 0.05f);
        assertThat(read.dissimilarity()).containsExactly(0.1f, 0.7f);
    }

    @Test
    void aCalibrationComesBackFromJson() throws Exception {
        Calibration calibration =
                Calibration.fit(heldOut(new Random(3), 300), Calibration.Source.CROSS, THRESHOLD, true);
        Calibration read = Json.read(Json.tree(calibration).toString(), Calibration.class);
        assertThat(read.edges()).isEqualTo(calibration.edges());
        assertThat(read.scores()).isDeepEqualTo(calibration.scores());
        assertThat(read.source()).isEqualTo(Calibration.Source.CROSS);
        assertThat(read.widens()).isTrue();
    }

    private static Calibration ofOneGroup(double... scores) {
        return new Calibration(new double[0], new double[][] {scores}, Calibration.Source.SPLIT, false);
    }
}
