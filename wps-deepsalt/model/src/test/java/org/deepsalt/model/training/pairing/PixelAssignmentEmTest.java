/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Coordinates;
import org.junit.jupiter.api.Test;

/** A made-up country of 60 villages with 20 pixels each, all within 1 km of each other. */
class PixelAssignmentEmTest {
    private static final int VILLAGES = 60;
    private static final int PIXELS = 20;
    private static final int INPUTS = 5;
    private static final int SCORES = 4;
    private static final double METRE = 1 / 111_195.0;

    private final Random random = new Random(4);
    private final Matrix satellite = Matrix.zeros(VILLAGES * PIXELS, INPUTS);
    private final double[] east = new double[VILLAGES * PIXELS];
    private final double[] north = new double[VILLAGES * PIXELS];
    private final float[][] relation = new float[INPUTS][SCORES];

    PixelAssignmentEmTest() {
        for (int i = 0; i < satellite.values().length; i++) {
            satellite.values()[i] = (float) random.nextGaussian();
        }
        for (int pixel = 0; pixel < east.length; pixel++) {
            int village = pixel / PIXELS;
            east[pixel] = 0.1 * village + pixel % PIXELS * 40 * METRE;
        }
        for (float[] row : relation) {
            for (int s = 0; s < SCORES; s++) {
                row[s] = (float) (random.nextGaussian() / 2);
            }
        }
    }

    private Matrix laboratory(int[] origins, double noise) {
        Matrix scores = Matrix.zeros(origins.length, SCORES);
        for (int sample = 0; sample < origins.length; sample++) {
            for (int s = 0; s < SCORES; s++) {
                double sum = noise * random.nextGaussian();
                for (int k = 0; k < INPUTS; k++) {
                    sum += satellite.get(origins[sample], k) * relation[k][s];
                }
                scores.values()[sample * SCORES + s] = (float) sum;
            }
        }
        return scores;
    }

    private int[] origins(int first, int last) {
        int[] origins = new int[VILLAGES];
        Arrays.setAll(origins, village -> village * PIXELS + first + random.nextInt(last - first + 1));
        return origins;
    }

    private Candidates candidates(int[] recorded) {
        double[] x = Arrays.stream(recorded).mapToDouble(pixel -> east[pixel]).toArray();
        return Candidates.within(1, new Coordinates(x, new double[x.length]), new Coordinates(east, north));
    }

    @Test
    void theRightPixelsAreFoundAlthoughNeitherTheyNorTheRelationAreKnown() {
        int[] origins = origins(0, PIXELS - 1);
        Candidates candidates = candidates(origins(10, 10));
        double[][] responsibilities = new PixelAssignmentEm(laboratory(origins, 0.1), satellite, candidates)
                .responsibilities(Progress.SILENT);
        double probability = 0;
        for (int sample = 0; sample < origins.length; sample++) {
            assertThat(Arrays.stream(responsibilities[sample]).sum()).isCloseTo(1, within(1e-9));
            probability +=
                    responsibilities[sample][Arrays.binarySearch(candidates.of(sample), origins[sample])] / VILLAGES;
        }
        assertThat(probability).as("by chance 1 in 20").isGreaterThan(0.8);
    }

    @Test
    void itLearnsThatPlacesAreExactWhereTheyAre() {
        int[] origins = origins(0, PIXELS - 1);
        Matrix vague = laboratory(origins, 1);
        double exact = probabilityOfNearest(vague, origins);
        double shuffled = probabilityOfNearest(vague, origins(0, PIXELS - 1));
        assertThat(exact).isGreaterThan(0.5).isGreaterThan(3 * shuffled);
    }

    private double probabilityOfNearest(Matrix laboratory, int[] recorded) {
        Candidates candidates = candidates(recorded);
        double[][] responsibilities =
                new PixelAssignmentEm(laboratory, satellite, candidates).responsibilities(Progress.SILENT);
        double probability = 0;
        for (int sample = 0; sample < recorded.length; sample++) {
            probability +=
                    responsibilities[sample][Arrays.binarySearch(candidates.of(sample), recorded[sample])] / VILLAGES;
        }
        return probability;
    }

    @Test
    void aSampleWithoutPixelsInReachIsLeftAlone() {
        int[] origins = origins(0, PIXELS - 1);
        Matrix laboratory = laboratory(origins, 0.1);
        double[] x = Arrays.stream(origins).mapToDouble(pixel -> east[pixel]).toArray();
        x[0] = 50;
        Candidates candidates =
                Candidates.within(1, new Coordinates(x, new double[x.length]), new Coordinates(east, north));
        double[][] responsibilities =
                new PixelAssignmentEm(laboratory, satellite, candidates).responsibilities(Progress.SILENT);
        assertThat(candidates.placed()).isEqualTo(VILLAGES - 1);
        assertThat(responsibilities[0]).isEmpty();
        assertThat(responsibilities[1]).hasSize(PIXELS);
    }

    @Test
    void aCancellationEndsTheSearchAtTheNextStep() {
        int[] origins = origins(0, PIXELS - 1);
        PixelAssignmentEm search = new PixelAssignmentEm(laboratory(origins, 0.1), satellite, candidates(origins));
        assertThatThrownBy(() -> search.responsibilities((fraction, task) -> {
                    if (fraction > 0.2) {
                        throw new CancelledException();
                    }
                }))
                .isInstanceOf(CancelledException.class);
    }
}
