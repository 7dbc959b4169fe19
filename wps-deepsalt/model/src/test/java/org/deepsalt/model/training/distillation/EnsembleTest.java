/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    @Test
    void thePredictionIsTheMeanAndTheScaleTargetLiesOneDeviationOfTheMixtureAway() {
        Ensemble ensemble = Ensemble.of(List.of(output(1, 0.3f), output(3, 0.5f)), 1);

        assertThat(ensemble.mean().get(0, 0)).isEqualTo(2);
        assertThat(Math.abs(ensemble.scaleTarget().get(0, 0) - 2))
                .isCloseTo((float) Math.sqrt((0.09 + 0.25) / 2 + 1), within(1e-6f));
    }

    @Test
    void membersWhoAgreeExactlyGiveTheirOwnDeviation() {
        Ensemble ensemble = Ensemble.of(List.of(output(1.7f, 1e-4f), output(1.7f, 1e-4f)), 1);

        assertThat(ensemble.scaleTarget().get(0, 0)).isFinite().isCloseTo(1.7f, within(2e-4f));
    }

    private static RegressorOutput output(float mean, float scale) {
        return new RegressorOutput(
                List.of(), Matrix.zeros(1, 2), new Matrix(1, 1, new float[] {mean}), new Matrix(1, 1, new float[] {scale
                }));
    }
}
