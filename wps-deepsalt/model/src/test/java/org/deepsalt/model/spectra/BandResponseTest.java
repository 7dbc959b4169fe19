/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class BandResponseTest {
    private static final double[] EVERY_10 = grid(350, 10, 216);

    private static double[] grid(double first, double step, int count) {
        return IntStream.range(0, count).mapToDouble(i -> first + i * step).toArray();
    }

    @Test
    void aStraightSpectrumHasTheValueOfTheCentreWhateverTheWidthAndTheSteps() {
        double[] irregular = {400, 405, 419, 421, 430, 448, 450};
        for (double[] at : new double[][] {EVERY_10, irregular}) {
            Matrix line = Matrix.zeros(1, at.length);
            for (int i = 0; i < at.length; i++) {
                line.values()[i] = (float) (0.1 + at[i] / 5000);
            }
            Matrix seen = new BandResponse(at).apply(line, List.of(new Band(423.9, 6.6), new Band(425, 12)));
            assertThat(seen.row(0)[0]).isCloseTo((float) (0.1 + 423.9 / 5000), within(1e-6f));
            assertThat(seen.row(0)[1]).isCloseTo((float) (0.1 + 425.0 / 5000), within(1e-6f));
        }
    }

    @Test
    void aNarrowFeatureIsFlattenedByAWideBand() {
        double[] nm = grid(2150, 1, 101);
        Matrix dip = Matrix.zeros(1, nm.length);
        for (int i = 0; i < nm.length; i++) {
            dip.values()[i] = (float) (0.5 - 0.2 * Math.exp(-Math.pow((nm[i] - 2200) / 5, 2) / 2));
        }
        // Two Gaussians of deviation 5 and 10/2.355 convolved: the depth falls by 5 / sqrt(25 + 18.03).
        float[] seen =
                new BandResponse(nm).apply(dip, List.of(new Band(2200, 10))).row(0);
        assertThat(seen[0]).isCloseTo((float) (0.5 - 0.2 * 5 / Math.sqrt(25 + 18.03)), within(5e-4f));
    }

    @Test
    void aBandIsCoveredOnlyWhereAllOfItsResponseWasMeasured() {
        BandResponse response = new BandResponse(EVERY_10);
        assertThat(response.covers(new Band(358.7, 6.7))).isTrue();
        assertThat(response.covers(new Band(357, 6.7))).isFalse();
        assertThat(response.covers(new Band(2491, 8))).isFalse();
        assertThat(response.covers(new Band(2445, 8))).isTrue();
        Matrix row = Matrix.zeros(1, EVERY_10.length);
        assertThatThrownBy(() -> response.apply(row, List.of(new Band(2495, 8))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not cover the band at 2495.0 nm");
    }

    @Test
    void nothingIsInterpolatedOverAGap() {
        double[] cut = IntStream.range(0, 216)
                .mapToDouble(i -> 350 + 10 * i)
                .filter(nm -> nm <= 1350 || nm >= 1450)
                .toArray();
        BandResponse response = new BandResponse(cut);
        assertThat(response.covers(new Band(1340, 9))).isFalse();
        assertThat(response.covers(new Band(1330, 9))).isTrue();
        assertThat(response.covers(new Band(1400, 9))).isFalse();
        assertThat(response.covers(new Band(1470, 9))).isTrue();
    }
}
