/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.library.FtirLibrary;
import org.deepsalt.model.library.VisNirLibrary;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.Ranking;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.training.data.SoilPixels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.data.TrainingDataBuilder;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.simulation.SoilSimulation;
import org.deepsalt.model.training.split.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Models that learn from Vis-NIR spectra and scenes alone. */
@Tag("slow")
class ScreeningTest {
    private static final int SAMPLES = 160;
    private static final int COUNTRIES = 10;
    private static final List<Band> BANDS = IntStream.range(0, 24)
            .mapToObj(i -> new Band(430 + 87 * i, 10))
            .filter(band -> Math.abs(band.centre() - 1400) > 60 && Math.abs(band.centre() - 1875) > 90)
            .toList();

    @BeforeAll
    static void start() {
        TensorFlow.start(EngineSettings.defaults());
    }

    /** A soil with a band at 2170 nm as deep as it is salty, and one at 900 nm that a country has. */
    private static double reflectance(double nm, double salt, double country) {
        return 0.3
                + 0.00002 * nm
                + 0.04 * salt * Math.exp(-Math.pow((nm - 2170) / 150, 2))
                + 0.03 * country * Math.exp(-Math.pow((nm - 900) / 150, 2));
    }

    /**
     * A training on made-up soils.
     *
     * @param salt logarithm of the conductivity by sample
     * @param band2170 what its band shows by sample
     */
    private static TrainingData data(IntToDoubleFunction salt, IntToDoubleFunction band2170) {
        Random random = new Random(4);
        double[] nm = IntStream.range(0, 216).mapToDouble(i -> 350 + 10 * i).toArray();
        double[] fingerprint = random.doubles(COUNTRIES, -1.5, 1.5).toArray();
        Matrix spectra = Matrix.zeros(SAMPLES, nm.length);
        float[] values = new float[SAMPLES];
        List<String> countries = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            countries.add("country " + i % COUNTRIES);
            values[i] = (float) Math.exp(salt.applyAsDouble(i));
            for (int k = 0; k < nm.length; k++) {
                spectra.values()[i * nm.length + k] =
                        (float) reflectance(nm[k], band2170.applyAsDouble(i), fingerprint[i % COUNTRIES]);
            }
        }
        double[] unknown = new double[SAMPLES];
        Arrays.fill(unknown, Double.NaN);
        SoilSimulation simulation =
                new SoilSimulation(List.of(new VisNirLibrary(unknown, unknown, values, countries, nm, spectra)));
        Pixels scene = scene(random);
        SoilPixels pixels = simulation.pixels(
                new SoilSimulation.Scenes(
                        BANDS, scene.reflectance(), Matrix.zeros(0, BANDS.size()), /* covariates= */ 0),
                1);
        FtirLibrary library = simulation.library();
        SoilPixels soils = pixels.exactly(library);
        return TrainingDataBuilder.builder(
                        new TrainingData(BANDS, List.of(), soils.pixels(), soils.values(), scene, library))
                .soils(soils)
                .screening(true)
                .build();
    }

    private static Pixels scene(Random random) {
        int size = 300;
        Matrix reflectance = Matrix.zeros(size, BANDS.size());
        double[] at = new double[size];
        for (int row = 0; row < size; row++) {
            double salt = 2 * random.nextDouble() - 1;
            at[row] = salt;
            for (int band = 0; band < BANDS.size(); band++) {
                reflectance.values()[row * BANDS.size() + band] =
                        (float) (reflectance(BANDS.get(band).centre(), salt, 0.3) + 0.0005 * random.nextGaussian());
            }
        }
        return new Pixels(reflectance, Matrix.zeros(size, 0), new Coordinates(at, new double[size]));
    }

    private static TrainedModel train(TrainingData data) {
        TrainingSettings settings = ToyData.learningOn(2).withSplit(Split.Plan.of(Split.Kind.REGIONS));
        return new ModelTrainer(data, settings).train(Progress.SILENT);
    }

    @Test
    void aTrainingWithoutOneLabelOfTheFieldFindsTheSalt() {
        double[] salt = new Random(9).doubles(SAMPLES, -1, 1).toArray();
        TrainedModel trained = train(data(i -> salt[i], i -> salt[i]));
        assertThat(trained.split().training()).hasSize(SAMPLES);
        assertThat(trained.calibration().source()).isEqualTo(Calibration.Source.CROSS);
        Ranking ranking = Objects.requireNonNull(trained.seen().ranking());
        assertThat(ranking.rankCorrelation()).isGreaterThan(0.6);
        assertThat(trained.seen().overall().intervals().coverage()).isBetween(0.75, 1.0);
        assertThat(trained.pairs()).hasSize(SAMPLES).allMatch(pair -> pair.distance() == 0);
    }

    /** Where a country alone decides, what was learned from it would tell everything and others tell nothing. */
    @Test
    void figuresAreThoseOfCountriesThatWereLeftOut() {
        double[] ofCountry = {-1.2, 1.1, 0.2, -0.9, 1.3, -0.1, 0.8, -1.3, 0.4, -0.5};
        TrainedModel trained = train(data(i -> ofCountry[i % COUNTRIES], i -> 0));
        for (int[] fold : trained.folds()) {
            Set<Integer> inside = new HashSet<>();
            IntStream.of(fold).forEach(row -> inside.add(row % COUNTRIES));
            long rows = IntStream.range(0, SAMPLES)
                    .filter(row -> inside.contains(row % COUNTRIES))
                    .count();
            assertThat((long) fold.length).isEqualTo(rows);
        }
        assertThat(Objects.requireNonNull(trained.seen().ranking()).r2OfLogarithms())
                .isLessThan(0.3);
    }
}
