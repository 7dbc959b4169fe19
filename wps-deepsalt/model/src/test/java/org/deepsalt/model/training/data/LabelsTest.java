/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.LogNormalHead;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.junit.jupiter.api.Test;

class LabelsTest {
    private static final LogNormalHead HEAD = new LogNormalHead(OutputRange.PAPER_ECE);

    @Test
    void aScaleIsLearnedFromHowFarReadingsMayBeOff() {
        TrainingData data = data(1, 1, 0.75f, 0.75f);
        int[] samples = IntStream.range(0, 400).map(row -> row % 4).toArray();
        Matrix targets = Labels.scaleTargets(data, samples, HEAD);
        // The logarithms of 1 and e2 have a deviation of the square root of 2; a quarter of its square is not
        // explained.
        double off = Math.sqrt(2) / 2;
        int above = 0;
        for (int row = 0; row < 400; row += 4) {
            assertThat(targets.get(row, 0)).isCloseTo(0, within(1e-6f));
            assertThat(targets.get(row + 1, 0)).isCloseTo(2, within(1e-6f));
            assertThat(Math.abs(targets.get(row + 2, 0) - 1)).isCloseTo((float) off, within(1e-5f));
            assertThat(Math.abs(targets.get(row + 3, 0) - 1.5f)).isCloseTo((float) off, within(1e-5f));
            above += targets.get(row + 2, 0) > 1 ? 1 : 0;
        }
        assertThat(above).isBetween(35, 65);
    }

    @Test
    void measuredSamplesKeepTheirLabels() {
        TrainingData data = data(1, 1, 1, 1);
        Matrix targets = Labels.scaleTargets(data, new int[] {3, 2, 1, 0}, HEAD);
        assertThat(targets.values())
                .containsExactly(
                        Labels.learned(new float[] {data.value(3), data.value(2), data.value(1), data.value(0)}, HEAD)
                                .values());
    }

    private static TrainingData data(float... certainty) {
        float[] ece = {1, (float) Math.exp(2), (float) Math.E, (float) Math.exp(1.5)};
        double[] nowhere = new double[ece.length];
        FtirLibrary library = new FtirLibrary(
                List.of("a", "b", "c", "d"),
                nowhere,
                nowhere,
                ece,
                certainty,
                Matrix.zeros(ece.length, 3),
                new Wavenumbers(600, 2, 3));
        Pixels none = new Pixels(
                Matrix.zeros(0, 1), Matrix.zeros(0, 0), new Coordinates(new double[0], new double[0]), List.of());
        return new TrainingData(List.of(), List.of(), none, new float[0], none, library);
    }
}
