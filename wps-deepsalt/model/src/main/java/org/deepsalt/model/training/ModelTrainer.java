/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.CovariateInput;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.training.data.Labels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.distillation.RegressorOutput;
import org.deepsalt.model.training.distillation.StudentDataset;
import org.deepsalt.model.training.distillation.StudentFitter;
import org.deepsalt.model.training.distillation.StudentTrainer;
import org.deepsalt.model.training.distillation.TeacherStage;
import org.deepsalt.model.training.encoder.CollapseCheck;
import org.deepsalt.model.training.encoder.EncoderTrainer;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.ParallelTasks;
import org.deepsalt.model.training.pairing.Candidates;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.pairing.ShapeScores;
import org.deepsalt.model.training.pairing.SpectralPairing;
import org.deepsalt.model.training.settings.DistillationWeights;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Trains a model from laboratory and satellite spectra: scalers, an autoencoder per domain, alignment, teacher,
 * student, calibration, applicability, evaluation. The same data, settings and machine give the same model. TensorFlow
 * must have been started.
 */
public final class ModelTrainer {
    private static final int LEAST_PAIRS = 32;
    private static final int LEAST_LABELS = 40;
    private static final int LEAST_JUDGES = 10;

    private final TrainingData data;
    private final TrainingSettings settings;
    private final Regressor teacherNet;

    /**
     * A trainer on the data that the split of the settings lets be seen. Where every label is that of a laboratory
     * spectrum a teacher has nothing to add, and would tell students of soils that their fold leaves out.
     */
    public ModelTrainer(TrainingData data, TrainingSettings settings) {
        this.data = data.visibleTo(settings.split());
        this.settings = data.screening() && data.soils().exact()
                ? settings.withStudent(settings.student().withDistillation(DistillationWeights.NONE))
                : settings;
        this.teacherNet = Regressor.teacher(settings.autoencoders().shape().codeSize(), settings.head());
    }

    /**
     * Trains, calibrates and measures a model, which takes minutes.
     *
     * @throws org.deepsalt.model.InvalidRequestException before anything is learned, if the data cannot carry a model
     * @throws org.deepsalt.model.DeepSaltException if training diverges or the alignment collapses
     */
    public TrainedModel train(Progress progress) {
        validate();
        SoilPairs soils = new SoilPairs(data);
        SplitFractions.Parts samples = teacherSamples();
        Split drawn = settings.deal(data.labelled());
        Split split = drawn.calibration().length < Calibration.ENOUGH ? drawn.withoutCalibration() : drawn;
        EncoderTrainer encoding = new EncoderTrainer(settings);
        ParallelTasks.Both<List<Pairing.Pair>, EncoderTrainer.Apart> begun = ParallelTasks.both(
                part -> data.soils().exact() ? soils.exact() : pairs(data, settings, part),
                part -> encoding.autoencoders(
                        data.library().absorbance(),
                        Rows.joined(samples.training(), samples.validation()),
                        data.pixels().reflectance(),
                        data.bands(),
                        data.soils().vegetation(),
                        part),
                progress.part(0, 0.3));
        List<Pairing.Pair> pairs = begun.first();
        List<Pairing.Pair> likeliest = Pairing.likeliest(pairs);
        Encoders encoders = encoding.align(begun.second(), likeliest, progress.part(0.3, 0.45));
        Teaching teaching = teach(encoders, samples, progress.part(0.45, 0.55));
        List<Pairing.Pair> weak = settings.student().weakLabels() ? soils.weak(byCertainty(pairs)) : List.of();
        StudentNet net = studentNet(encoders, split, likeliest);
        StudentTrainer.Outcome result = new StudentTrainer(data, settings, split, encoders, net)
                .train(
                        new StudentTrainer.Teacher(teacherNet, teaching.outcome.parameters()),
                        logs(),
                        weak,
                        progress.part(0.55, 0.97));

        progress.report(0.98, "calibrating and measuring the model");
        return finish(encoders, net, result, split, teaching, likeliest);
    }

    /** Samples of a Vis-NIR library come in profiles and campaigns, which are never divided. */
    private SplitFractions.Parts teacherSamples() {
        SplitFractions fractions = settings.teacher().samples();
        return data.soils().exact()
                ? fractions.splitGroups(data.soils().pixels().regions(), settings.seed())
                : fractions.split(data.library().size(), settings.seed());
    }

    /** The weights of pairs whose sample was read, not measured, add up to the certainty of its reading. */
    private List<Pairing.Pair> byCertainty(List<Pairing.Pair> pairs) {
        float[] certainty = data.library().certainty();
        return pairs.stream()
                .map(pair -> certainty[pair.sample()] == 1 ? pair : pair.times(certainty[pair.sample()]))
                .toList();
    }

    /** Covariates that may be missing are known over pixels with a label alone, others over all pixels. */
    private StudentNet studentNet(Encoders encoders, Split split, List<Pairing.Pair> pairs) {
        boolean optional = settings.student().tuning().droppedCovariates() > 0;
        Matrix beside = data.unlabelled().covariates();
        int[] paired = pairs.stream()
                .mapToInt(Pairing.Pair::pixel)
                .filter(pixel -> pixel < beside.rows())
                .toArray();
        MinMaxScaler scaler = MinMaxScaler.fit((optional ? beside.select(paired) : beside)
                .above(data.labelled().covariates().select(split.training())));
        CovariateInput covariates = new CovariateInput(scaler, optional);
        int token = encoders.codeSize() + covariates.size();
        return encoders.studentNet(
                covariates, Regressor.student(token, settings.student().shape(), settings.head()));
    }

    private Coordinates samples() {
        return new Coordinates(data.library().longitude(), data.library().latitude());
    }

    /** The laboratory samples and the pixels that a training pairs them with. */
    public static List<Pairing.Pair> pairs(TrainingData data, TrainingSettings settings, Progress progress) {
        Coordinates pixels = data.unlabelled().coordinates();
        if (settings.pairing() == Pairing.Kind.NEAREST) {
            Coordinates samples =
                    new Coordinates(data.library().longitude(), data.library().latitude());
            return Pairing.find(samples, pixels, settings.pairingDistance());
        }
        float[] ec = data.library().ece();
        float[] logs = Labels.logs(ec, Rows.range(0, ec.length), settings.head().range());
        Matrix shapes = ShapeScores.of(data.unlabelled().reflectance(), data.bands(), settings.seed());
        return SpectralPairing.find(data.library(), logs, pixels, shapes, settings.pairingDistance(), progress);
    }

    /** Natural logarithms of the labels, whatever scale the head learns on. */
    private float[] logs() {
        int[] all = Rows.range(0, data.labels().length);
        return Labels.logs(data.labels(), all, settings.head().range());
    }

    private void validate() {
        Problems problems = new Problems();
        checkPairs(problems);
        long labels = data.labelled().regions().stream()
                .filter(region -> !settings.split().withholds(region))
                .count();
        if (labels < LEAST_LABELS) {
            problems.add(
                    data.screening()
                            ? labels + " Vis-NIR samples with a measured value, wanted at least " + LEAST_LABELS
                                    + ": give a larger library, raise maxDepth, or give field samples"
                            : labels + " labelled points to learn from lie on bare, unmasked soil of the scenes,"
                                    + " wanted at least " + LEAST_LABELS + ": give more samples or other scenes");
        }
        new DataCheck(data, settings).check(problems);
        problems.throwIfAny();
    }

    private void checkPairs(Problems problems) {
        if (data.soils().exact()) {
            if (data.library().size() < LEAST_PAIRS) {
                problems.add(data.library().size() + " Vis-NIR samples can be used, wanted at least " + LEAST_PAIRS
                        + ": give a larger library, or raise maxDepth");
            }
            return;
        }
        Coordinates pixels = data.unlabelled().coordinates();
        boolean nearest = settings.pairing() == Pairing.Kind.NEAREST;
        int pairs = nearest
                ? Pairing.find(samples(), pixels, settings.pairingDistance()).size()
                : Candidates.within(settings.pairingDistance(), samples(), pixels)
                        .placed();
        if (pairs < LEAST_PAIRS) {
            problems.add(pairs + " laboratory samples have a pixel within " + settings.pairingDistance() + " km"
                    + (nearest ? " that is mutually nearest" : "") + ", wanted at least " + LEAST_PAIRS
                    + ": raise pairingDistance or give more scenes or samples (longitude and latitude may be swapped)");
        }
    }

    /** The teacher, and how good it is on laboratory samples that it has not seen. */
    private record Teaching(EpochLoop.Outcome outcome, RegressionMetrics unseen) {}

    private Teaching teach(Encoders encoders, SplitFractions.Parts samples, Progress progress) {
        Matrix codes = encoders.laboratoryCodes(data.library().absorbance());
        float[] ece = data.library().ece();
        EpochLoop.Outcome outcome = new TeacherStage(settings.teacher(), settings.seed())
                .train(
                        teacherNet,
                        codes,
                        Labels.learned(ece, settings.head()),
                        Labels.scaleTargets(data, Rows.range(0, ece.length), settings.head()),
                        samples.training(),
                        samples.validation(),
                        progress);
        RegressorOutput output = RegressorOutput.of(teacherNet, outcome.parameters(), codes);
        RegressionMetrics unseen = metrics(ece, output, judges(samples.unseen()));
        CollapseCheck.requireLearning(unseen, settings.teacher().leastR2(), encoders.cosines());
        output.requireVaried("teacher");
        return new Teaching(outcome, unseen);
    }

    /** Samples that were measured, unless they are too few to say anything. */
    private int[] judges(int[] unseen) {
        int[] measured = Rows.where(unseen, row -> data.library().certainty()[row] == 1);
        return measured.length < LEAST_JUDGES ? unseen : measured;
    }

    private TrainedModel finish(
            Encoders encoders,
            StudentNet studentNet,
            StudentTrainer.Outcome result,
            Split split,
            Teaching teaching,
            List<Pairing.Pair> pairs) {
        StudentDataset dataset = result.fitter().dataset();
        StudentFitter.FittedStudent student = result.student();
        Applicability applicability = Applicability.fit(
                studentNet,
                student.parameters(),
                dataset.reflectance().select(student.rows()),
                dataset.covariates().select(student.rows()),
                settings.seed());
        EstimatorNet net = new EstimatorNet(
                studentNet, applicability.tokenWeights(), applicability.references(), applicability.meanDistance());
        Parameters all = encoders.parameters().copy();
        all.putAll(student.parameters());
        ModelMeasurement.Result measured =
                new ModelMeasurement(data, logs(), settings.head().range(), result, split, applicability).measure();
        return TrainedModelBuilder.builder()
                .net(net)
                .parameters(all)
                .calibration(measured.calibration())
                .exceedance(measured.exceedance())
                .applicabilityThreshold(applicability.threshold())
                .split(split)
                .folds(result.crossed() == null ? List.of() : result.crossed().folds())
                .pairs(pairs)
                .seen(measured.seen())
                .withoutCovariates(measured.withoutCovariates())
                .unseen(measured.unseen())
                .teacher(teaching.unseen)
                .codes(encoders.cosines())
                .curves(Map.of(
                        "alignment", encoders.alignmentCurve(),
                        "teacher", teaching.outcome.curve(),
                        "student", student.curve()))
                .build();
    }

    private static RegressionMetrics metrics(float[] labels, RegressorOutput output, int[] rows) {
        return RegressionMetrics.of(Rows.of(labels, rows), Labels.undo(output.mean(), rows));
    }
}
