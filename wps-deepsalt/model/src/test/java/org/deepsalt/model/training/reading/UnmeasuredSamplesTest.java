/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.Wavenumbers;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.OutputRange;
import org.junit.jupiter.api.Test;

class UnmeasuredSamplesTest {
    private static final int SIZE = 120;
    private static final int CHANNELS = 60;

    @Test
    void spectraThatTellTheSaltAreReadWithTheirCertainty() {
        double[] truth = new double[SIZE];
        FtirLibrary library = library(truth, 80, 0.1);
        UnmeasuredSamples.Result result = UnmeasuredSamples.read(library, OutputRange.PAPER_ECE, 1);
        assertThat(result.readings().read()).isEqualTo(40);
        assertThat(result.readings().certainty()).isBetween(0.5, 0.999);
        assertThat(result.library().measured()).hasSize(80);
        double errors = 0;
        for (int i = 80; i < SIZE; i++) {
            errors += Math.abs(Math.log(result.library().ece()[i]) - truth[i]) / 40;
            assertThat(result.library().certainty()[i]).isBetween(0.1f, 0.999f);
        }
        assertThat(errors).isLessThan(0.4);
        assertThat(result.library().ece()[0]).isEqualTo(library.ece()[0]);
    }

    /** All spectra show in how many ways soils vary, the measured ones alone could not. */
    @Test
    void fewMeasurementsAreEnoughWhereSpectraVaryInFewWays() {
        double[] truth = new double[SIZE];
        FtirLibrary library = library(truth, 22, 1);
        UnmeasuredSamples.Result result = UnmeasuredSamples.read(library, OutputRange.PAPER_ECE, 1);
        double unexplained = 0;
        double all = 0;
        for (int i = 22; i < SIZE; i++) {
            assertThat(result.kept()).contains(i);
            unexplained += Math.pow(Math.log(result.library().ece()[i]) - truth[i], 2);
            all += truth[i] * truth[i];
        }
        assertThat(1 - unexplained / all).isGreaterThan(0.6);
    }

    @Test
    void noiseIsLeftOut() {
        FtirLibrary library = library(new double[SIZE], 80, 1000);
        UnmeasuredSamples.Result result = UnmeasuredSamples.read(library, OutputRange.PAPER_ECE, 1);
        assertThat(result.readings().read()).isLessThan(5);
        assertThat(result.library().size()).isEqualTo(80 + result.readings().read());
    }

    @Test
    void tooFewMeasurementsReadNothing() {
        FtirLibrary library = library(new double[SIZE], 10, 0.1);
        UnmeasuredSamples.Result result = UnmeasuredSamples.read(library, OutputRange.PAPER_ECE, 1);
        assertThat(result.library().size()).isEqualTo(10);
        assertThat(result.readings().leftOut()).isEqualTo(110);
    }

    @Test
    void aLibraryThatIsMeasuredThroughoutStaysTheSame() {
        FtirLibrary library = library(new double[SIZE], SIZE, 0.1);
        assertThat(UnmeasuredSamples.read(library, OutputRange.PAPER_ECE, 1).library())
                .isSameAs(library);
    }

    /** Spectra with a band as deep as the logarithm of the salt, of which the first few were measured. */
    private static FtirLibrary library(double[] truth, int measured, double noise) {
        Random random = new Random(8);
        Matrix absorbance = Matrix.zeros(SIZE, CHANNELS);
        float[] values = new float[SIZE];
        double[] places = new double[SIZE];
        for (int row = 0; row < SIZE; row++) {
            truth[row] = random.nextGaussian();
            places[row] = 0.1 * row;
            values[row] = row < measured ? (float) Math.exp(truth[row]) : Float.NaN;
            for (int i = 0; i < CHANNELS; i++) {
                double band = Math.exp(-0.5 * Math.pow((i - 30) / 3.0, 2));
                absorbance.values()[row * CHANNELS + i] =
                        (float) (1 + 0.01 * i + 0.1 * (3 + truth[row]) * band + 0.02 * noise * random.nextGaussian());
            }
        }
        return new FtirLibrary(
                IntStream.range(0, SIZE).mapToObj(String::valueOf).toList(),
                places,
                places,
                values,
                absorbance,
                new Wavenumbers(600, 2, CHANNELS));
    }
}
