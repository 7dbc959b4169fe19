/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void equalNumbersShareTheirRanks() {
        assertThat(Ranks.of(new double[] {2, 1, 2})).containsExactly(2.5, 1, 2.5);
    }

    @Test
    void orderCountsAndScaleDoesNot() {
        double[] measured = {0.1, 1, 3, 20};
        assertThat(Ranks.correlation(measured, new double[] {-5, -4, -3, -2})).isCloseTo(1, within(1e-12));
        assertThat(Ranks.correlation(measured, new double[] {4, 3, 2, 1})).isCloseTo(-1, within(1e-12));
        assertThat(Ranks.auc(measured, new double[] {1, 2, 3, 4}, 2)).isEqualTo(1);
        // Of the four pairs of one above and one below 2, three are told in their order.
        assertThat(Ranks.auc(measured, new double[] {1, 3, 2, 4}, 2)).isEqualTo(0.75);
        assertThat(Ranks.auc(measured, new double[] {1, 1, 1, 1}, 2)).isEqualTo(0.5);
        assertThat(Ranks.auc(measured, new double[] {1, 2, 3, 4}, 50)).isNaN();
    }

    @Test
    void estimatesOfTheMeanOfLogarithmsExplainNothing() {
        float[] measured = {0.99f, 9.99f};
        float[] mean = {(float) (Math.sqrt(10) - 0.01), (float) (Math.sqrt(10) - 0.01)};
        Ranking ranking =
                Ranking.of(new Predictions(measured, mean, new float[2], new boolean[] {true, true}, new float[2]));
        assertThat(ranking.r2OfLogarithms()).isCloseTo(0, within(1e-6));
        assertThat(ranking.aboveTwo()).isEqualTo(0.5);
    }
}
