/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.estimator.SceneShift;
import org.deepsalt.model.matrix.Matrix;
import org.junit.jupiter.api.Test;

class SceneDiscriminantTest {
    private static final int SOILS = 500;
    private static final List<int[]> FOLDS = IntStream.range(0, 5)
            .mapToObj(fold ->
                    IntStream.range(0, SOILS).filter(row -> row % 5 == fold).toArray())
            .toList();

    private final Random random = new Random(3);

    /** Six numbers of deviation 2 or, of a scene, less; the last one is off by so many of the soils' deviations. */
    private Matrix tokens(int rows, double deviation, double off) {
        Matrix tokens = Matrix.zeros(rows, 6);
        for (int i = 0; i < tokens.values().length; i++) {
            tokens.values()[i] = (float) (deviation * random.nextGaussian() + (i % 6 == 5 ? 2 * off : 0));
        }
        return tokens;
    }

    @Test
    void aSceneInTheMidstOfTheSoilsIsNotShifted() {
        Matrix soils = tokens(SOILS, 2, 0);
        assertThat(new SceneDiscriminant(soils, FOLDS, tokens(800, 1, 0)).shift(0.2))
                .isNull();
        assertThat(new SceneDiscriminant(soils, FOLDS, tokens(800, 2, 1)).shift(0.2))
                .isNull();
    }

    @Test
    void theIndexOfAShiftedSceneIsItsPlaceAmongTheSoils() {
        Matrix soils = tokens(SOILS, 2, 0);
        Matrix scene = tokens(800, 0.5, 3.5);
        SceneShift shift = Objects.requireNonNull(new SceneDiscriminant(soils, FOLDS, scene).shift(0.2));
        double[] ofSoils = index(shift, soils);
        assertThat(ofSoils[SOILS / 2]).isCloseTo(0, within(0.02));
        assertThat(ofSoils[SOILS * 95 / 100]).isCloseTo(0.2, within(0.02));
        assertThat(index(shift, scene)[800 / 20]).isGreaterThan(0.2);
        // Soils from elsewhere that lie as these do are none of the scene's.
        assertThat(index(shift, tokens(400, 2, 0))[400 * 9 / 10]).isLessThan(0.2);
    }

    private static double[] index(SceneShift shift, Matrix tokens) {
        double[] index = IntStream.range(0, tokens.rows())
                .mapToDouble(row -> shift.index(tokens, row))
                .toArray();
        Arrays.sort(index);
        return index;
    }
}
