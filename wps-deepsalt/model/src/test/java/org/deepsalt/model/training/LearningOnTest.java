/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.Precision;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.PlainModel;
import org.deepsalt.model.estimator.PrecisionChoice;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.LandFigures;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.metrics.Reliability;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.settings.FineTuning;
import org.deepsalt.model.training.settings.SceneVariation;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small encoders that learn on with the student, as {@code default} has them. */
@Tag("slow")
class LearningOnTest {
    private static final String KERNEL = "satellite/encoder/0/kernel";

    private static TrainingData data;
    private static TrainedModel trained;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void train() throws IOException {
        TensorFlow.start(EngineSettings.defaults());
        data = ToyData.make(5);
        trained = new ModelTrainer(data, ToyData.learningOn(3)).train(Progress.SILENT);
        SavedModelWriter.write(trained.net(), trained.parameters(), folder.resolve("folded"));
        PlainModel.write(trained.net(), trained.parameters(), folder.resolve("plain"));
    }

    @Test
    void everyLabelTeachesAndIsMeasured() {
        assertThat(trained.split().training()).hasSize(data.labels().length);
        assertThat(trained.test().count()).isEqualTo(data.labels().length);
        assertThat(trained.test().r2()).isGreaterThan(0.3);
        assertThat(trained.calibration().source()).isEqualTo(Calibration.Source.CROSS);
        assertThat(trained.folds().stream().flatMapToInt(IntStream::of).sorted())
                .containsExactly(
                        IntStream.range(0, data.labels().length).boxed().toArray(Integer[]::new));
    }

    @Test
    void theProbabilityOfBeingSalineIsToldBetterThanByTheShareAlone() {
        Reliability saline = requireNonNull(trained.seen().saline());
        assertThat(saline.threshold()).isEqualTo(4);
        assertThat(saline.count()).isEqualTo(data.labels().length);
        assertThat(saline.brier()).isLessThan(saline.brierOfShare());
    }

    @Test
    void figuresAreWeightedToTheLand() {
        LandFigures land = requireNonNull(trained.seen().land());
        assertThat(land.distance()).isBetween(0.0, 1.0);
        assertThat(land.effectiveCount()).isBetween(5.0, (double) data.labels().length);
        assertThat(land.mae()).isBetween(0.1, 3 * trained.test().mae());
        assertThat(land.shares().stream().mapToDouble(LandFigures.Share::land).sum())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void theEncoderIsAnotherThanTheAlignedOne() {
        TrainingSettings settings = ToyData.learningOn(3);
        FineTuning still = new FineTuning(0, SceneVariation.USUAL, 0.25f);
        // Up to the student both learn the same; what a student that learns no encoder does then is all one.
        TrainingSettings.Epochs epochs = settings.epochs();
        TrainingSettings frozenSettings = settings.withStudent(
                        settings.student().withTuning(still))
                .withEpochs(new TrainingSettings.Epochs(
                        epochs.laboratory(), epochs.satellite(), epochs.alignment(), epochs.teacher(), 1));
        TrainedModel frozen = new ModelTrainer(data, frozenSettings).train(Progress.SILENT);
        assertThat(trained.parameters().byName().get(KERNEL))
                .isNotEqualTo(frozen.parameters().byName().get(KERNEL));
        assertThat(trained.net().student().spectrum()).isInstanceOf(SpectrumInput.Scores.class);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        TrainedModel again = new ModelTrainer(data, ToyData.learningOn(3)).train(Progress.SILENT);
        SavedModelWriter.write(again.net(), again.parameters(), folder.resolve("again"));
        assertThat(folder.resolve("again/saved_model.pb"))
                .hasSameBinaryContentAs(folder.resolve("folded/saved_model.pb"));
    }

    @Test
    void anyCovariateMayBeMissing() throws IOException {
        Matrix given = data.labelled().covariates();
        float[] with = estimate("folded", given);
        for (int missing = 0; missing < given.columns(); missing++) {
            float[] without = estimate("folded", with(given, missing, Float.NaN));
            assertThat(without).doesNotContain(Float.NaN).isNotEqualTo(with);
        }
        RegressionMetrics bare = requireNonNull(trained.withoutCovariates()).metrics();
        assertThat(bare.count()).isEqualTo(data.labels().length);
        assertThat(bare.r2()).isGreaterThan(0.3);
    }

    @Test
    void aMissingCovariateAddsNothingToTheDissimilarity() throws IOException {
        Matrix given = data.labelled().covariates();
        float[] with = estimate("folded", given);
        float[] without = estimate("folded", with(with(given, 0, Float.NaN), 1, Float.NaN));
        for (int i = EstimatorNet.OUTPUTS - 1; i < with.length; i += EstimatorNet.OUTPUTS) {
            assertThat(without[i]).isLessThanOrEqualTo(with[i] + 1e-3f);
        }
    }

    /** Another climate: the answer is that without the covariate, the index says that it is another one. */
    @Test
    void aValueFarFromAllThatWereLearnedCountsAsMissing() throws IOException {
        Matrix given = data.labelled().covariates();
        float[] far = estimate("folded", with(given, 0, 500));
        float[] without = estimate("folded", with(given, 0, Float.NaN));
        assertThat(far[0]).isEqualTo(without[0]);
        assertThat(far[1]).isEqualTo(without[1]);
        assertThat(far[2]).isGreaterThan(without[2]);
    }

    @Test
    void theFoldedNetAnswersAsTheLayersThatWereTrained() throws IOException {
        Matrix given = with(data.labelled().covariates(), 1, Float.NaN);
        float[] folded = estimate("folded", given);
        float[] plain = estimate("plain", given);
        for (int i = 0; i < plain.length; i += EstimatorNet.OUTPUTS) {
            assertThat(folded[i]).isCloseTo(plain[i], within(1e-4f));
            assertThat(folded[i + 1]).isCloseTo(plain[i + 1], within(1e-4f));
            float square = plain[i + 2] * plain[i + 2];
            assertThat(folded[i + 2] * folded[i + 2]).isCloseTo(square, within(1e-4f * Math.max(1, square)));
        }
    }

    private static Matrix with(Matrix covariates, int column, float value) {
        float[] values = covariates.values().clone();
        for (int row = 0; row < covariates.rows(); row++) {
            values[row * covariates.columns() + column] = value;
        }
        return new Matrix(covariates.rows(), covariates.columns(), values);
    }

    @Test
    void inBfloat16ItAnswersNearlyTheSame() throws IOException {
        Matrix covariates = data.labelled().covariates();
        float[] exact = estimate("folded", covariates);
        Estimator loaded =
                PrecisionChoice.load(folder.resolve("folded"), trained.net().inputs(), Precision.BFLOAT16, false);
        assertThat(loaded.precision()).isEqualTo(Precision.BFLOAT16);
        float[] rounded = estimate(loaded, covariates);
        assertThat(rounded).isNotEqualTo(exact);
        for (int i = 0; i < exact.length; i++) {
            assertThat(rounded[i]).isCloseTo(exact[i], within(0.1f));
        }
    }

    @Test
    void aModelWithoutBfloat16IsNotRunInIt() throws IOException {
        Path plain = folder.resolve("plain");
        int inputs = trained.net().inputs();
        assertThatThrownBy(() -> PrecisionChoice.load(plain, inputs, Precision.BFLOAT16, true))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("train it again");
        try (Estimator chosen = PrecisionChoice.load(plain, inputs, Precision.AUTO, true);
                Estimator forbidden = PrecisionChoice.load(folder.resolve("folded"), inputs, Precision.AUTO, false)) {
            assertThat(chosen.precision()).isEqualTo(Precision.FLOAT32);
            assertThat(forbidden.precision()).isEqualTo(Precision.FLOAT32);
        }
    }

    private static float[] estimate(String model, Matrix covariates) {
        return estimate(Estimator.load(folder.resolve(model), trained.net().inputs()), covariates);
    }

    private static float[] estimate(Estimator loaded, Matrix covariates) {
        int size = covariates.rows();
        float[] answers = new float[size * EstimatorNet.OUTPUTS];
        try (Estimator estimator = loaded;
                Estimator.Worker worker = estimator.worker()) {
            worker.pixels()
                    .put(0, data.labelled().reflectance().beside(covariates).values());
            float[] batch = new float[Estimator.BATCH * EstimatorNet.OUTPUTS];
            worker.run(size, batch);
            System.arraycopy(batch, 0, answers, 0, answers.length);
        }
        assertThat(Arrays.copyOf(answers, 3)).doesNotContain(Float.POSITIVE_INFINITY);
        return answers;
    }
}
