/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.EstimatorNet;
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

    private final TrainingData data;
    private final TrainingSettings settings;
    private final Regressor teacherNet;
    private final Regressor studentNet;

    public ModelTrainer(TrainingData data, TrainingSettings settings) {
        this.data = data;
        this.settings = settings;
        int code = Autoencoder.PAPER_WIDTHS.get(Autoencoder.PAPER_WIDTHS.size() - 1);
        int token = code + data.covariates().size();
        this.teacherNet = Regressor.teacher(code, settings.head());
        this.studentNet = Regressor.student(token, settings.head());
    }

    /**
     * Runs all stages.
     *
     * @throws org.deepsalt.model.InvalidRequestException before anything is learned, if the data cannot carry a model
     * @throws org.deepsalt.model.DeepSaltException if training diverges or the alignment collapses
     */
    public TrainedModel train(Progress progress) {
        List<Pairing.Pair> pairs = pairs();
        List<Pairing.Pair> likeliest = Pairing.likeliest(pairs);
        validate(likeliest);
        Shares.Dealt samples = settings.teacher().samples().deal(data.library().size(), settings.seed());
        Encoders encoders = new Encoders(
                data.library().absorbance(),
                Rows.joined(samples.training(), samples.validation()),
                data.unlabelled().reflectance(),
                likeliest,
                settings,
                progress.part(0, 0.75));
        Teaching teaching = teach(encoders, samples, progress.part(0.75, 0.83));

        Split split = Split.of(settings.split(), data.labelled().places(), settings.seed());
        MinMaxScaler covariates = MinMaxScaler.fit(data.unlabelled()
                .covariates()
                .above(data.labelled().covariates().select(split.training())));
        List<Pairing.Pair> weak = settings.student().weakLabels() ? pairs : List.of();
        Lessons lessons = Lessons.of(data, weak, encoders, covariates, settings.head());
        int[] labelled = settings.student().balance().thin(split.training(), data.labels(), settings.seed());
        Turns learned = new Turns(labelled, data.labels().length, weak, settings.seed());
        EpochLoop.Outcome student = study(lessons, teaching, learned, split.validation(), progress.part(0.83, 0.97));

        progress.report(0.98, "calibrating and measuring the model");
        return finish(encoders, covariates, lessons, student, learned.likeliest(), split, teaching, likeliest.size());
    }

    private List<Pairing.Pair> pairs() {
        if (settings.pairing() == Pairing.Kind.SPECTRAL) {
            float[] ec = data.library().ece();
            float[] logs =
                    Labels.logs(ec, Rows.range(0, ec.length), settings.head().range());
            return new SpectralPairing(settings.seed())
                    .find(data.library(), logs, data.unlabelled(), data.bands(), settings.pairingDistance());
        }
        return Pairing.find(
                new Places(data.library().longitude(), data.library().latitude()),
                data.unlabelled().places(),
                settings.pairingDistance());
    }

    private void validate(List<Pairing.Pair> pairs) {
        Problems problems = new Problems();
        if (pairs.size() < LEAST_PAIRS) {
            problems.add(pairs.size() + " laboratory samples have a pixel within " + settings.pairingDistance()
                    + " km that is mutually nearest, wanted at least " + LEAST_PAIRS
                    + ": raise pairingDistance or give more scenes or samples (longitude and latitude may be swapped)");
        }
        if (data.labels().length < LEAST_LABELS) {
            problems.add(data.labels().length + " labelled points lie on bare, unmasked soil of the scenes, wanted at"
                    + " least " + LEAST_LABELS + ": give more samples or other scenes");
        }
        new DataCheck(data, settings).check(problems);
        problems.throwIfAny();
    }

    /** The teacher, and how good it is on laboratory samples that it has not seen. */
    private record Teaching(EpochLoop.Outcome outcome, RegressionMetrics unseen) {}

    private Teaching teach(Encoders encoders, Shares.Dealt samples, Progress progress) {
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
        Opinion opinion = Opinion.of(teacherNet, outcome.parameters(), codes);
        RegressionMetrics unseen = metrics(ece, opinion, samples.unseen());
        Collapse.requireLearning(unseen, settings.teacher().leastR2(), encoders.cosines());
        opinion.requireVaried("teacher");
        return new Teaching(outcome, unseen);
    }

    private EpochLoop.Outcome study(
            Lessons lessons, Teaching teaching, Turns learned, int[] validation, Progress progress) {
        Opinion teacher = Opinion.of(teacherNet, teaching.outcome.parameters(), lessons.judged());
        return new StudentStage(settings.student(), settings.seed())
                .train(studentNet, lessons.tokens(), lessons.labels(), teacher, learned, validation, progress);
    }

    private TrainedModel finish(
            Encoders encoders,
            MinMaxScaler covariates,
            Lessons lessons,
            EpochLoop.Outcome student,
            int[] learned,
            Split split,
            Teaching teaching,
            int pairs) {
        Opinion opinion = Opinion.of(studentNet, student.parameters(), lessons.tokens());
        opinion.requireVaried("student");
        Applicability applicability = Applicability.fit(
                studentNet, student.parameters(), lessons.freeTokens().select(learned), settings.seed());
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
        return new TrainedModel(
                net,
                all,
                Calibration.fit(
                        Labels.logs(data.labels(), split.calibration(), net.range()),
                        Labels.column(opinion.mean(), split.calibration()),
                        Labels.column(opinion.scale(), split.calibration())),
                applicability.threshold(),
                split,
                pairs,
                metrics(data.labels(), opinion, split.test()),
                teaching.unseen,
                encoders.cosines(),
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
        return RegressionMetrics.of(observed, Labels.undo(opinion.mean(), rows));
    }
}
