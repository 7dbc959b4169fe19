/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.training.data.Labels;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.distillation.RegressorOutput;
import org.deepsalt.model.training.distillation.StudentFitter;
import org.deepsalt.model.training.distillation.StudentTrainer;
import org.deepsalt.model.training.distillation.TeacherStage;
import org.deepsalt.model.training.encoder.CollapseCheck;
import org.deepsalt.model.training.encoder.EncoderTrainer;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.pairing.Candidates;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.pairing.ShapeScores;
import org.deepsalt.model.training.pairing.SpectralPairing;
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

    private final TrainingData data;
    private final TrainingSettings settings;
    private final Regressor teacherNet;
    private final Regressor studentNet;

    public ModelTrainer(TrainingData data, TrainingSettings settings) {
        this.data = data.visibleTo(settings.split());
        this.settings = settings;
        int code = Autoencoder.PAPER_WIDTHS.get(Autoencoder.PAPER_WIDTHS.size() - 1);
        int token = code + data.covariates().size();
        this.teacherNet = Regressor.teacher(code, settings.head());
        this.studentNet = Regressor.student(token, settings.head());
    }

    /**
     * Runs all stages, from pairing to evaluation.
     *
     * @throws org.deepsalt.model.InvalidRequestException before anything is learned, if the data cannot carry a model
     * @throws org.deepsalt.model.DeepSaltException if training diverges or the alignment collapses
     */
    public TrainedModel train(Progress progress) {
        validate();
        Matrix shapes = shapes();
        List<Pairing.Pair> pairs = pairs(shapes, progress.part(0, 0.05));
        List<Pairing.Pair> likeliest = Pairing.likeliest(pairs);
        SplitFractions.Parts samples =
                settings.teacher().samples().split(data.library().size(), settings.seed());
        Split drawn = Split.of(settings.split(), data.labelled(), settings.seed());
        boolean crossed = settings.student().ensemblePixels() > 0 || drawn.calibration().length < Calibration.ENOUGH;
        Split split = crossed ? drawn.withoutCalibration() : drawn;
        EncoderTrainer.Spectra spectra = new EncoderTrainer.Spectra(
                data.library().absorbance(),
                Rows.joined(samples.training(), samples.validation()),
                data.unlabelled().reflectance(),
                shapes.firstColumns(settings.autoencoders().shape().scores()),
                likeliest);
        Encoders encoders = new EncoderTrainer(settings).train(spectra, progress.part(0.05, 0.75));
        Teaching teaching = teach(encoders, samples, progress.part(0.75, 0.83));

        MinMaxScaler covariates = MinMaxScaler.fit(data.unlabelled()
                .covariates()
                .above(data.labelled().covariates().select(split.training())));
        List<Pairing.Pair> weak = settings.student().weakLabels() ? pairs : List.of();
        StudentTrainer.Outcome result = new StudentTrainer(data, settings, split, encoders, covariates)
                .run(
                        new StudentTrainer.Teacher(teacherNet, teaching.outcome.parameters()),
                        studentNet,
                        logs(),
                        weak,
                        progress.part(0.83, 0.97));

        progress.report(0.98, "calibrating and measuring the model");
        return finish(encoders, covariates, result, split, teaching, likeliest.size());
    }

    private Matrix shapes() {
        boolean wanted = settings.pairing() == Pairing.Kind.SPECTRAL
                || settings.autoencoders().shape().scores() > 0;
        return wanted
                ? ShapeScores.of(data.unlabelled().reflectance(), data.bands(), settings.seed())
                : Matrix.zeros(data.unlabelled().size(), 0);
    }

    private Coordinates samples() {
        return new Coordinates(data.library().longitude(), data.library().latitude());
    }

    private List<Pairing.Pair> pairs(Matrix shapes, Progress progress) {
        if (settings.pairing() == Pairing.Kind.NEAREST) {
            return Pairing.find(samples(), data.unlabelled().coordinates(), settings.pairingDistance());
        }
        float[] ec = data.library().ece();
        float[] logs = Labels.logs(ec, Rows.range(0, ec.length), settings.head().range());
        return SpectralPairing.find(
                data.library(), logs, data.unlabelled().coordinates(), shapes, settings.pairingDistance(), progress);
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
            problems.add(labels + " labelled points to learn from lie on bare, unmasked soil of the scenes, wanted at"
                    + " least " + LEAST_LABELS + ": give more samples or other scenes");
        }
        new DataCheck(data, settings).check(problems);
        problems.throwIfAny();
    }

    private void checkPairs(Problems problems) {
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

    /** A trained teacher and its error measures on laboratory samples that it has not seen. */
    private record Teaching(EpochLoop.Outcome outcome, RegressionMetrics unseen) {}

    private Teaching teach(Encoders encoders, SplitFractions.Parts samples, Progress progress) {
        Matrix codes = encoders.laboratoryCodes(data.library().absorbance());
        float[] ece = data.library().ece();
        EpochLoop.Outcome outcome = new TeacherStage(settings.teacher(), settings.seed())
                .train(
                        teacherNet,
                        codes,
                        Labels.learned(ece, settings.head()),
                        samples.training(),
                        samples.validation(),
                        progress);
        RegressorOutput output = RegressorOutput.of(teacherNet, outcome.parameters(), codes);
        RegressionMetrics unseen = metrics(ece, output, samples.unseen());
        CollapseCheck.requireLearning(unseen, settings.teacher().leastR2(), encoders.cosines());
        output.requireVaried("teacher");
        return new Teaching(outcome, unseen);
    }

    private TrainedModel finish(
            Encoders encoders,
            MinMaxScaler covariates,
            StudentTrainer.Outcome result,
            Split split,
            Teaching teaching,
            int pairs) {
        StudentFitter fitter = result.fitter();
        StudentFitter.FittedStudent student = result.student();
        HeldOut crossed = result.heldOut();
        RegressorOutput output = fitter.predict(student);
        Parameters learned = student.outcome().parameters();
        Matrix freeTokens = fitter.dataset().freeTokens();
        Applicability applicability =
                Applicability.fit(studentNet, learned, freeTokens.select(student.rows()), settings.seed());
        EstimatorNet net = new EstimatorNet(
                encoders.satellite().net(),
                studentNet,
                encoders.satellite().scaler(),
                encoders.satellite().standardiser(),
                covariates,
                applicability.tokenWeights(),
                applicability.references(),
                applicability.meanDistance());
        Parameters all = encoders.parameters().copy();
        all.putAll(learned);
        HeldOutEvaluation heldOutEvaluation =
                new HeldOutEvaluation(data, logs(), output, applicability.index(freeTokens));
        Calibration calibration = Calibration.fit(
                crossed == null ? heldOutEvaluation.heldOut(split.calibration()) : crossed,
                crossed == null ? Calibration.Source.SPLIT : Calibration.Source.CROSS,
                applicability.threshold(),
                true);
        Intervals intervals = calibration.intervals(
                Evaluation.CONFIDENCE,
                applicability.threshold(),
                settings.head().range());
        return new TrainedModel(
                net,
                all,
                calibration,
                applicability.threshold(),
                split,
                pairs,
                heldOutEvaluation.evaluation(intervals, split.test()),
                split.unseen().length == 0 ? null : heldOutEvaluation.evaluation(intervals, split.unseen()),
                teaching.unseen,
                encoders.cosines(),
                Map.of(
                        "alignment", encoders.alignmentCurve(),
                        "teacher", teaching.outcome.curve(),
                        "student", student.outcome().curve()));
    }

    private static RegressionMetrics metrics(float[] labels, RegressorOutput output, int[] rows) {
        return RegressionMetrics.of(Rows.of(labels, rows), Labels.undo(output.mean(), rows));
    }
}
