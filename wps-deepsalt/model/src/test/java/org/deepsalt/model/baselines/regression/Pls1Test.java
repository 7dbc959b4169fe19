/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.deepsalt.model.baselines.SyntheticSoil;
import org.deepsalt.model.baselines.data.Samples;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class Pls1Test {
    private static final int[] ONCE = {1, 1, 1, 1};

    /**
     * By hand: centred x = (-1,-1), (1,-1), (-1,1), (1,1), y = -3, -1, 1, 3: covariance (4, 8), scores x.(1,2)/sqrt 5.
     */
    @Test
    void theFirstComponentPointsAlongTheCovariance() {
        Matrix x = new Matrix(4, 2, new float[] {0, 0, 2, 0, 0, 2, 2, 2});
        Pls1 pls = Pls1.fit(x, new double[] {1, 3, 5, 7}, ONCE, 1);
        assertThat(pls.mean()).isEqualTo(4);
        assertThat(pls.coefficients()).hasSize(1);
        assertThat(pls.coefficients().get(0)).containsExactly(new double[] {1, 2}, within(1e-12));
    }

    @Test
    void allComponentsTogetherAreLeastSquares() {
        Random random = new Random(1);
        Matrix x = Matrix.zeros(40, 6);
        double[] y = new double[40];
        for (int row = 0; row < 40; row++) {
            for (int j = 0; j < 6; j++) {
                x.values()[row * 6 + j] = (float) random.nextGaussian();
            }
            y[row] = 3 + x.get(row, 0) - 2 * x.get(row, 5) + random.nextGaussian();
        }
        int[] copies = new int[40];
        Arrays.fill(copies, 1);
        double[][] predicted = Pls1.fit(x, y, copies, 6).predict(x);
        assertThat(predicted).hasDimensions(6, 40);
        double[] rest = new double[40];
        Arrays.setAll(rest, row -> y[row] - predicted[5][row]);
        assertThat(Arrays.stream(rest).sum()).isCloseTo(0, within(1e-9));
        for (int j = 0; j < 6; j++) {
            double inner = 0;
            for (int row = 0; row < 40; row++) {
                inner += x.get(row, j) * rest[row];
            }
            assertThat(inner)
                    .as("residuals of least squares are orthogonal to column %d", j)
                    .isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void moreComponentsNeverFitTheTrainingRowsWorse() {
        Samples soil = new SyntheticSoil(3).samples(60, 0.3);
        double[] y = SyntheticSoil.table(soil).logs(soil);
        int[] copies = new int[60];
        Arrays.fill(copies, 1);
        double[][] predicted = Pls1.fit(soil.pixels().reflectance(), y, copies, 12)
                .predict(soil.pixels().reflectance());
        double before = Double.POSITIVE_INFINITY;
        for (double[] stage : predicted) {
            double square = 0;
            for (int row = 0; row < y.length; row++) {
                square += (y[row] - stage[row]) * (y[row] - stage[row]);
            }
            assertThat(square).isLessThan(before);
            before = square;
        }
    }

    @Test
    void aRowThatCountsTwiceIsTheSameAsTwoRows() {
        Matrix once = new Matrix(3, 2, new float[] {0, 1, 2, 0, 1, 5});
        Matrix twice = new Matrix(4, 2, new float[] {0, 1, 2, 0, 2, 0, 1, 5});
        Pls1 counted = Pls1.fit(once, new double[] {1, 4, 2}, new int[] {1, 2, 1}, 2);
        Pls1 repeated = Pls1.fit(twice, new double[] {1, 4, 4, 2}, ONCE, 2);
        for (int a = 0; a < 2; a++) {
            assertThat(counted.coefficients().get(a))
                    .containsExactly(repeated.coefficients().get(a), within(1e-12));
        }
    }

    @Test
    void columnsWithoutInformationLeaveTheMean() {
        Pls1 pls = Pls1.fit(Matrix.zeros(4, 2), new double[] {1, 2, 3, 6}, ONCE, 2);
        assertThat(pls.predict(Matrix.zeros(1, 2))).isDeepEqualTo(new double[][] {{3}});
    }
}
