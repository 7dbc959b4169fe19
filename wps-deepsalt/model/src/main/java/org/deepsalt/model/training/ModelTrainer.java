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
import org.deepsalt.model.metrics.Evaluation;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.spectra.Matrix;
import org.deepsalt.model.spectra.MinMaxScaler;

/**
 * Trains a model from laboratory and satellite spectra: scalers, an autoencoder per domain, alignment, teacher, student,
 * calibration, applicability, evaluation. The same data, settings and machine give the same model. TensorFlow must have
 * been started.
 */
public final class ModelTrainer {
    private static final int LEAST_PAIRS = 32;
    private static final int LEAST_LABELS = 40;
    private static final int TEACHER_LAYERS = 3;
    private static final int TEACHER_HIDDEN = 128;

    private final TrainingData data;
    private final TrainingSettings settings;
    private final Regressor teacherNet;
    private final Regressor studentNet;

    public ModelTrainer(TrainingData data, TrainingSettings settings) {
        this.data = data.visibleTo(settings.split());
        this.settings = settings;
        int code = Autoencoder.PAPER_WIDTHS.get(Autoencoder.PAPER_WIDTHS.size() - 1);
        int token = code + data.covariates().size();
        this.teacherNet = new Regressor("teacher", code, TEACHER_LAYERS, TEACHER_HIDDEN, false, settings.range());
        this.studentNet = Regressor.student(token, settings.range());
    }

    /**
     * Runs all stages.
     *
     * @throws org.deepsalt.model.InvalidRequestException before anything is learned, if the data cannot carry a model
     * @throws org.deepsalt.model.DeepSaltException if training diverges or the alignment collapses
     */
    public TrainedModel train(Progress progress) {
        List<Pairing.Pair> pairs = Pairing.find(
                new Places(data.library().longitude(), data.library().latitude()),
                data.unlabelled().places(),
                settings.pairingDistance());
        validate(pairs);
        Split dealt = Split.of(settings.split(), data.labelled(), settings.seed());
        Split split = dealt.calibration().length < Calibration.ENOUGH ? dealt.withoutCalibration() : dealt;
        Encoders encoders = new Encoders(
                data.library().absorbance(), data.unlabelled().reflectance(), pairs, settings, progress.part(0, 0.75));
        Teaching teaching = teach(encoders, progress.part(0.75, 0.83));

        MinMaxScaler covariates = MinMaxScaler.fit(data.unlabelled()
                .covariates()
                .above(data.labelled().covariates().select(split.training())));
        Lessons lessons = Lessons.of(data, pairs, encoders, covariates, settings.range());
        Opinion teacher = Opinion.of(teacherNet, teaching.outcome.parameters(), lessons.codes());
        EpochLoop.Outcome student =
                study(lessons, teacher, split.training(), split.validation(), progress.part(0.83, 0.89));
        HeldOut crossed =
                split.calibration().length > 0 ? null : crossFit(lessons, teacher, split, progress.part(0.89, 0.97));

        progress.report(0.98, "calibrating and measuring the model");
        return finish(encoders, covariates, lessons, student, split, crossed, teaching, pairs.size());
    }

    private void validate(List<Pairing.Pair> pairs) {
        Problems problems = new Problems();
        if (pairs.size() < LEAST_PAIRS) {
            problems.add(pairs.size() + " laboratory samples have a pixel within " + settings.pairingDistance()
                    + " km that is mutually nearest, wanted at least " + LEAST_PAIRS
                    + ": raise pairingDistance or give more scenes or samples (longitude and latitude may be swapped)");
        }
        long labels = data.labelled().regions().stream()
                .filter(region -> !settings.split().withholds(region))
                .count();
        if (labels < LEAST_LABELS) {
            problems.add(labels + " labelled points to learn from lie on bare, unmasked soil of the scenes, wanted at"
                    + " least " + LEAST_LABELS + ": give more samples or other scenes");
        }
        problems.throwIfAny();
    }

    /** The teacher, and how good it is on laboratory samples that it has not seen. */
    private record Teaching(EpochLoop.Outcome outcome, RegressionMetrics unseen) {}

    private Teaching teach(Encoders encoders, Progress progress) {
        Matrix codes = encoders.laboratoryCodes(data.library().absorbance());
        Split samples = Split.of(
                Split.Kind.RANDOM,
                new Places(data.library().longitude(), data.library().latitude()),
                settings.seed());
        EpochLoop.Outcome outcome = new TeacherStage(settings.teacher(), settings.dropout(), settings.seed())
                .train(
                        teacherNet,
                        codes,
                        Logs.of(data.library().ece(), settings.range()),
                        Rows.joined(samples.training(), samples.calibration()),
                        samples.validation(),
                        progress);
        Opinion opinion = Opinion.of(teacherNet, outcome.parameters(), codes);
        return new Teaching(outcome, metrics(data.library().ece(), opinion, samples.test()));
    }

    private EpochLoop.Outcome study(
            Lessons lessons, Opinion teacher, int[] training, int[] validation, Progress progress) {
        return new StudentStage(settings.student(), settings.distillation(), settings.dropout(), settings.seed())
                .train(
                        studentNet,
                        lessons.tokens(),
                        lessons.labels(),
                        teacher,
                        lessons.training(training),
                        validation,
                        progress);
    }

    private HeldOut crossFit(Lessons lessons, Opinion teacher, Split split, Progress progress) {
        List<int[]> folds =
                split.folds(settings.split().kind(), data.labelled().places(), CrossFitting.FOLDS, settings.seed());
        CrossFitting.Pupil pupil = (training, validation, part) -> Opinion.of(
                studentNet, study(lessons, teacher, training, validation, part).parameters(), lessons.tokens());
        return new CrossFitting(folds, lessons.labels()).run(pupil, progress);
    }

    private TrainedModel finish(
            Encoders encoders,
            MinMaxScaler covariates,
            Lessons lessons,
            EpochLoop.Outcome student,
            Split split,
            HeldOut crossed,
            Teaching teaching,
            int pairs) {
        Opinion opinion = Opinion.of(studentNet, student.parameters(), lessons.tokens());
        Applicability applicability = Applicability.fit(
                studentNet,
                student.parameters(),
                lessons.freeTokens().select(lessons.training(split.training())),
                settings.seed());
        EstimatorNet net = new EstimatorNet(
                encoders.satelliteNet(),
                studentNet,
                encoders.satelliteScaler(),
                encoders.satelliteStandard(),
                covariates,
                applicability.tokenWeights(),
                applicability.references(),
                applicability.meanDistance());
        Parameters all = encoders.parameters().copy();
        all.putAll(student.parameters());
        Examination examination =
                new Examination(data, lessons.labels(), opinion, applicability.index(lessons.freeTokens()));
        Calibration calibration = Calibration.fit(
                crossed == null ? examination.heldOut(split.calibration()) : crossed,
                crossed == null ? Calibration.Source.SPLIT : Calibration.Source.CROSS,
                applicability.threshold(),
                true);
        Intervals intervals = calibration.intervals(Evaluation.CONFIDENCE, applicability.threshold(), settings.range());
        return new TrainedModel(
                net,
                all,
                calibration,
                applicability.threshold(),
                split,
                pairs,
                examination.evaluation(intervals, split.test()),
                split.unseen().length == 0 ? null : examination.evaluation(intervals, split.unseen()),
                teaching.unseen,
                Map.of(
                        "alignment", encoders.alignmentCurve(),
                        "teacher", teaching.outcome.curve(),
                        "student", student.curve()));
    }

    private static RegressionMetrics metrics(float[] labels, Opinion opinion, int[] rows) {
        float[] observed = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            observed[i] = labels[rows[i]];
        }
        return RegressionMetrics.of(observed, Logs.undo(opinion.mean(), rows));
    }
}
