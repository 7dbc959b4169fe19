/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.engine.EngineSettings;
import org.deepsalt.model.engine.TensorFlow;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.PlainModel;
import org.deepsalt.model.estimator.SavedModelWriter;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.Groupings;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ModelTrainerTest {
    private static TrainingData data;
    private static TrainedModel trained;
    private static final List<Double> FRACTIONS = new ArrayList<>();

    @TempDir
    Path folder;

    @BeforeAll
    static void train() {
        TensorFlow.start(EngineSettings.defaults());
        data = ToyData.make(5);
        trained = new ModelTrainer(data, ToyData.quick(3)).train((fraction, task) -> FRACTIONS.add(fraction));
    }

    @Test
    void progressRises() {
        assertThat(FRACTIONS).isSorted().last().isEqualTo(0.98);
        assertThat(FRACTIONS.size()).isGreaterThan(100);
    }

    @Test
    void theModelBeatsTheMean() {
        assertThat(trained.test().r2()).isGreaterThan(0.3);
        assertThat(trained.test().count()).isEqualTo(trained.split().test().length);
        assertThat(trained.curves()).containsOnlyKeys("alignment", "teacher", "student");
    }

    /** {@code LearningOnTest} proves the same of an ensemble, {@code TenDefectsTest} has the other seed. */
    @Test
    void theSameSeedGivesTheSameModelToTheLastBit() throws IOException {
        TrainedModel again = new ModelTrainer(data, ToyData.quick(3)).train(Progress.SILENT);
        SavedModelWriter.write(trained.net(), trained.parameters(), folder.resolve("one"));
        SavedModelWriter.write(again.net(), again.parameters(), folder.resolve("two"));
        assertThat(folder.resolve("two/saved_model.pb")).hasSameBinaryContentAs(folder.resolve("one/saved_model.pb"));
        assertThat(again.calibration().scores())
                .isDeepEqualTo(trained.calibration().scores());
        assertThat(again.test()).isEqualTo(trained.test());
    }

    /** 14 pixels set aside could not say how often an interval misses. */
    @Test
    void fewLabelsAreCalibratedAcrossFolds() {
        assertThat(trained.calibration().source()).isEqualTo(Calibration.Source.CROSS);
        assertThat(trained.split().calibration()).isEmpty();
        int scores = trained.calibration().counts().stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(scores).isEqualTo(data.labels().length - trained.split().test().length);
        assertThat(trained.calibration().supports(0.9)).isTrue();
    }

    @Test
    void theTestIsMeasuredInGroups() {
        Evaluation.Breakdown classes = trained.seen().by(Groupings.SALINITY);
        assertThat(classes.groups().stream()
                        .mapToLong(group -> group.figures().metrics().count())
                        .sum())
                .isEqualTo(trained.test().count());
        assertThat(trained.seen().by(Groupings.TEXTURE).absent()).contains("no covariates sand and clay");
        assertThat(trained.seen().by(Groupings.APPLICABILITY).groups()).isNotEmpty();
        assertThat(trained.seen().overall().intervals().coverage()).isBetween(0.5, 1.0);
        assertThat(trained.unseen()).isNull();
    }

    @Test
    void aWithheldRegionIsATestOfItsOwnAndTeachesNothing() {
        Pixels east = ToyData.inRegions(data.labelled());
        TrainingData regions = new TrainingData(
                data.bands(), data.covariates(), east, data.labels(), data.unlabelled(), data.library());
        TrainingSettings settings =
                ToyData.quick(3, Split.Plan.withholding("east")).withEpochs(ToyData.ONE_EACH);
        TrainingData visible = regions.visibleTo(settings.split());
        assertThat(visible.library().size()).isBetween(35, 69);
        assertThat(visible.visibleTo(settings.split()).library().ids())
                .isEqualTo(visible.library().ids());
        TrainedModel model = new ModelTrainer(regions, settings).train(Progress.SILENT);
        assertThat(Objects.requireNonNull(model.unseen()).by(Groupings.REGION).groups())
                .extracting(Evaluation.Group::name)
                .containsExactly("east");
        assertThat(model.seen().by(Groupings.REGION).groups())
                .extracting(Evaluation.Group::name)
                .containsExactly("west");
        assertThat(model.pairs()).hasSizeLessThan(trained.pairs().size());
    }

    @Test
    void theExportedModelAnswersAsTheTrainedOneDid() throws IOException {
        float[] predicted = estimate(data.labelled());
        int[] test = trained.split().test();
        float[] observed = new float[test.length];
        float[] chosen = new float[test.length];
        for (int i = 0; i < test.length; i++) {
            observed[i] = data.labels()[test[i]];
            chosen[i] = (float) Math.exp(predicted[test[i] * EstimatorNet.OUTPUTS]);
        }
        assertThat(RegressionMetrics.of(observed, chosen).mae())
                .isCloseTo(trained.test().mae(), within(1e-4));
    }

    @Test
    void pixelsUnlikeTheTrainingLieOutsideTheApplicability() throws IOException {
        float[] known = estimate(data.labelled());
        Matrix strange = Matrix.zeros(data.labelled().size(), data.bands().size());
        Arrays.fill(strange.values(), 0.9f);
        float[] unknown = estimate(new Pixels(
                strange, data.labelled().covariates(), data.labelled().coordinates()));
        int[] training = trained.split().training();
        assertThat(known[training[0] * EstimatorNet.OUTPUTS + 2]).isLessThan((float) trained.applicabilityThreshold());
        assertThat(unknown[2]).isGreaterThan((float) trained.applicabilityThreshold());
    }

    @Test
    void tooFewPairsAndLabelsAreNamedTogether() {
        Coordinates right = data.unlabelled().coordinates();
        Coordinates swapped = new Coordinates(/* longitude= */ right.latitude(), /* latitude= */ right.longitude());
        TrainingData far = new TrainingData(
                data.bands(),
                data.covariates(),
                data.labelled().select(new int[] {0, 1}),
                new float[] {1, 2},
                new Pixels(data.unlabelled().reflectance(), data.unlabelled().covariates(), swapped),
                data.library());
        assertThatThrownBy(() -> new ModelTrainer(far, ToyData.quick(1)).train(Progress.SILENT))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("0 laboratory samples have a pixel within 1.0 km")
                .hasMessageContaining("2 labelled points to learn from");
    }

    @Test
    void labelsThatTeachNothingAreToldBeforeAnythingIsLearned() {
        float[] same = new float[data.labels().length];
        Arrays.fill(same, 3);
        assertThatThrownBy(() -> new ModelTrainer(withLabels(same), ToyData.quick(1)).train(Progress.SILENT))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("all 90 labels of the samples are 3.0, so there is nothing to learn");
        same[4] = Float.NaN;
        same[7] = -1;
        assertThatThrownBy(() -> new ModelTrainer(withLabels(same), ToyData.quick(1)).train(Progress.SILENT))
                .hasMessageContaining("2 of the 90 labels of the samples are negative or no numbers");
    }

    private static TrainingData withLabels(float[] labels) {
        return new TrainingData(
                data.bands(), data.covariates(), data.labelled(), labels, data.unlabelled(), data.library());
    }

    @Test
    void spectraThatAreNoNumbersAreTold() {
        Matrix broken = Matrix.zeros(data.labelled().size(), data.bands().size());
        broken.values()[3 * data.bands().size()] = Float.NaN;
        Pixels pixels =
                new Pixels(broken, data.labelled().covariates(), data.labelled().coordinates());
        TrainingData bad = new TrainingData(
                data.bands(), data.covariates(), pixels, data.labels(), data.unlabelled(), data.library());
        assertThatThrownBy(() -> new ModelTrainer(bad, ToyData.quick(1)).train(Progress.SILENT))
                .hasMessageContaining("1 of 90 rows of the reflectances of labelled pixels hold NaN or infinity, the"
                        + " first is row 4");
    }

    @Test
    void aTrainingThatDivergesStopsAndSaysSo() {
        TrainingSettings usual = ToyData.quick(3);
        Schedule absurd = usual.autoencoders().satellite().withLearningRate(1e30f);
        Schedule wild = usual.student().schedule().withLearningRate(100);
        TrainingSettings calm = ToyData.hardly(3);
        assertDiverges(
                with(calm, absurd, calm.teacher().schedule(), calm.student().schedule()));
        assertDiverges(
                with(calm, calm.autoencoders().satellite(), wild, calm.student().schedule()));
        assertDiverges(
                with(calm, calm.autoencoders().satellite(), calm.teacher().schedule(), wild));
    }

    private static void assertDiverges(TrainingSettings settings) {
        assertThatThrownBy(() -> new ModelTrainer(data, settings).train(Progress.SILENT))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("diverged")
                .hasMessageContaining("lower the learning rate");
    }

    private static TrainingSettings with(
            TrainingSettings calm, Schedule satellite, Schedule teacher, Schedule student) {
        return calm.withAutoencoders(calm.autoencoders().withSatellite(satellite))
                .withTeacher(calm.teacher().withSchedule(teacher))
                .withStudent(calm.student().withSchedule(student));
    }

    @Test
    void aCancellationEndsTheTrainingAtTheNextStep() {
        int[] reports = {0};
        Progress impatient = (fraction, task) -> {
            if (++reports[0] > 20) {
                throw new CancelledException();
            }
        };
        assertThatThrownBy(() -> new ModelTrainer(data, ToyData.quick(3)).train(impatient))
                .isInstanceOf(CancelledException.class);
        assertThat(reports[0]).isEqualTo(21);
    }

    @Test
    void theFoldedNetAnswersAsTheLayersThatWereTrained() throws IOException {
        float[] folded = estimate(data.labelled());
        Path plainModel = folder.resolve("plain");
        PlainModel.write(trained.net(), trained.parameters(), plainModel);
        float[] plain = estimate(plainModel, data.labelled());
        for (int i = 0; i < plain.length; i += EstimatorNet.OUTPUTS) {
            // Both are logarithms: what they differ by is the relative difference of the estimates.
            assertThat(folded[i]).isCloseTo(plain[i], within(1e-5f));
            assertThat(folded[i + 1]).isCloseTo(plain[i + 1], within(1e-5f));
            // A distance is the root of a difference of squares: next to 0 only these can be compared.
            float square = plain[i + 2] * plain[i + 2];
            assertThat(folded[i + 2] * folded[i + 2]).isCloseTo(square, within(1e-5f * Math.max(1, square)));
        }
    }

    private float[] estimate(Pixels pixels) throws IOException {
        Path model = folder.resolve("model");
        SavedModelWriter.write(trained.net(), trained.parameters(), model);
        return estimate(model, pixels);
    }

    private float[] estimate(Path model, Pixels pixels) throws IOException {
        float[] answers = new float[pixels.size() * EstimatorNet.OUTPUTS];
        try (Estimator estimator = Estimator.load(model, trained.net().inputs());
                Estimator.Worker worker = estimator.worker()) {
            worker.pixels()
                    .put(0, pixels.reflectance().beside(pixels.covariates()).values());
            worker.run(pixels.size(), answers);
        } finally {
            org.deepsalt.model.files.Folders.delete(model);
        }
        return answers;
    }
}
