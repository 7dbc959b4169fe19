/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.PlainModel;
import org.deepsalt.model.estimator.SavedModelWriter;
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
import org.junit.jupiter.api.io.TempDir;

/** Models that learn from Vis-NIR spectra and scenes alone. */
@Tag("slow")
class ScreeningTest {
    private static final int SAMPLES = 160;
    private static final int COUNTRIES = 10;
    private static final List<Band> BANDS = IntStream.range(0, 24)
            .mapToObj(i -> new Band(430 + 87 * i, 10))
            .filter(band -> Math.abs(band.centre() - 1400) > 60 && Math.abs(band.centre() - 1875) > 90)
            .toList();

    @TempDir
    Path folder;

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

    /** The same scene with a band at 1600 nm that none of the soils has, as deep as one deviation of the salt's. */
    private static TrainingData shifted(TrainingData data) {
        Matrix reflectance = data.unlabelled().reflectance();
        float[] values = reflectance.values().clone();
        for (int i = 0; i < values.length; i++) {
            double nm = BANDS.get(i % BANDS.size()).centre();
            values[i] -= (float) (0.04 * Math.exp(-Math.pow((nm - 1600) / 150, 2)));
        }
        Pixels scene = data.unlabelled();
        return TrainingDataBuilder.builder(data)
                .unlabelled(new Pixels(
                        new Matrix(reflectance.rows(), reflectance.columns(), values),
                        scene.covariates(),
                        scene.coordinates(),
                        scene.regions()))
                .build();
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

    /** Each of its pixels may look like some soil, all of them do not. */
    @Test
    void aSceneThatIsShiftedAsAWholeLiesOutside() throws IOException {
        double[] salt = new Random(9).doubles(SAMPLES, -1, 1).toArray();
        TrainingData data = shifted(data(i -> salt[i], i -> salt[i]));
        TrainedModel trained = train(data);
        assertThat(trained.net().shift()).isNotNull();
        float[] scene = dissimilarity(trained, data.unlabelled(), "folded");
        float[] soils = dissimilarity(trained, data.labelled(), "folded");
        assertThat(outside(trained, scene)).isGreaterThan(0.5);
        assertThat(outside(trained, soils)).isLessThan(0.2);
        float[] plain = dissimilarity(trained, data.unlabelled(), "plain");
        for (int i = 0; i < plain.length; i++) {
            assertThat(scene[i]).isCloseTo(plain[i], within(1e-3f * Math.max(1, plain[i])));
        }
    }

    private static double outside(TrainedModel trained, float[] dissimilarity) {
        int count = 0;
        for (float index : dissimilarity) {
            count += index > trained.applicabilityThreshold() ? 1 : 0;
        }
        return count / (double) dissimilarity.length;
    }

    /** Of pixels, through the net that is exported or through its layers as they were trained. */
    private float[] dissimilarity(TrainedModel trained, Pixels pixels, String kind) throws IOException {
        Path net = folder.resolve(kind);
        if (!Files.exists(net)) {
            if (kind.equals("plain")) {
                PlainModel.write(trained.net(), trained.parameters(), net);
            } else {
                SavedModelWriter.write(trained.net(), trained.parameters(), net);
            }
        }
        try (Estimator estimator = Estimator.load(net, trained.net().inputs());
                Estimator.Worker worker = estimator.worker()) {
            float[] answers = worker.answers(pixels.reflectance().values(), pixels.size());
            float[] index = new float[pixels.size()];
            for (int i = 0; i < index.length; i++) {
                index[i] = answers[i * EstimatorNet.OUTPUTS + 2];
            }
            return index;
        }
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
