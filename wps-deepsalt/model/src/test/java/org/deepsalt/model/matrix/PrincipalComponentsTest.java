/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    @Test
    void theFirstComponentIsTheDirectionOfMostVariance() {
        Matrix line = Matrix.of(new float[][] {{1, 2, 5}, {2, 4, 5}, {3, 6, 5}, {6, 12, 5}}, 3);
        PrincipalComponents components = PrincipalComponents.fit(line, 3);
        assertThat(components.loadings().rows())
                .as("all points lie on one line")
                .isEqualTo(1);
        assertThat(components.mean()).containsExactly(3, 6, 5);
        float[] direction = components.loadings().values();
        assertThat(direction[1] / direction[0]).isCloseTo(2, within(1e-5f));
        assertThat(direction[2]).isCloseTo(0, within(1e-6f));
    }

    @Test
    void scoresHaveVarianceOneAndAreUncorrelated() {
        Random random = new Random(2);
        Matrix rows = Matrix.zeros(500, 4);
        for (int row = 0; row < 500; row++) {
            double shared = random.nextGaussian();
            for (int k = 0; k < 4; k++) {
                rows.values()[row * 4 + k] = (float) (k * shared + random.nextGaussian() + 7);
            }
        }
        Matrix scores = PrincipalComponents.fit(rows, 3).apply(rows);
        assertThat(scores.columns()).isEqualTo(3);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int row = 0; row < 500; row++) {
                    product += scores.get(row, i) * scores.get(row, j) / 500.0;
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-3));
            }
        }
    }

    @Test
    void componentsTurnBackIntoTheRowsThatTheyStandFor() {
        Matrix rows = Matrix.of(new float[][] {{1, 2, 4}, {2, 4, 3}, {4, 8, 1}, {0, 0, 7}}, 3);
        PrincipalComponents all = PrincipalComponents.fit(rows, 3);
        Matrix back = all.undo(all.apply(rows));
        for (int i = 0; i < rows.values().length; i++) {
            assertThat(back.values()[i]).isCloseTo(rows.values()[i], within(1e-4f));
        }
        Matrix mean = all.undo(Matrix.zeros(1, all.loadings().rows()));
        assertThat(mean.values()).containsExactly(1.75f, 3.5f, 3.75f);
    }
}
