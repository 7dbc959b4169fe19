/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.model.estimator.Calibration;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.metrics.RegressionMetrics;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.spectra.Matrix;
import org.deepsalt.model.spectra.MinMaxScaler;
import org.deepsalt.model.spectra.Standardiser;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Trains a model from laboratory and satellite spectra: scalers, an autoencoder per domain, alignment, teacher, student,
 * calibration, applicability, evaluation. The same data, settings and machine give the same model. One run per
 * instance; TensorFlow must have been started.
 */
public final class ModelTrainer {
    private static final int LEAST_PAIRS = 32;
    private static final int LEAST_LABELS = 40;
    private static final int TEACHER_LAYERS = 3;
    private static final int TEACHER_HIDDEN = 128;
    private static final int STUDENT_LAYERS = 4;
    private static final int STUDENT_HIDDEN = 256;
    private static final double TEACHER_SHARE = 0.8;

    private final TrainingData data;
    private final TrainingSettings settings;
    private final Autoencoder laboratoryNet;
    private final Autoencoder satelliteNet;
    private final Regressor teacherNet;
    private final Regressor studentNet;

    public ModelTrainer(TrainingData data, TrainingSettings settings) {
        this.data = data;
        this.settings = settings;
        OutputRange range = settings.range();
        this.laboratoryNet = new Autoencoder("laboratory", data.library().grid().count(), Autoencoder.PAPER_WIDTHS);
        this.satelliteNet = new Autoencoder("satellite", data.bands().size(), Autoencoder.PAPER_WIDTHS);
        int code = satelliteNet.codeSize();
        int token = code + data.covariates().size();
        this.teacherNet = new Regressor("teacher", code, TEACHER_LAYERS, TEACHER_HIDDEN, false, range);
        this.studentNet = new Regressor("student", token, STUDENT_LAYERS, STUDENT_HIDDEN, true, range);
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
        Split split = Split.of(settings.split(), data.labelled().places(), settings.seed());
        Spectra spectra = scale(split);
        Parameters trained = pretrain(spectra, progress);
        EpochLoop.Outcome alignment = align(spectra, pairs, trained, progress.part(0.45, 0.70));
        trained.putAll(alignment.parameters());

        Codes codes = encode(spectra, trained);
        EpochLoop.Outcome teacher = teach(codes, progress.part(0.70, 0.80));
        trained.putAll(teacher.parameters());
        StudentData studentData = studentData(codes, pairs, split);
        EpochLoop.Outcome student = study(studentData, trained, split, progress.part(0.80, 0.97));
        trained.putAll(student.parameters());

        progress.report(0.98, "calibrating and measuring the model");
        return finish(spectra, codes, studentData, trained, split, new Curves(alignment, teacher, student), pairs);
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
        problems.throwIfAny();
    }

    /** Scalers are fitted on what is learned from: unlabelled pixels, training labels, laboratory spectra. */
    private Spectra scale(Split split) {
        Pixels learned = data.labelled().select(split.training());
        MinMaxScaler satellite =
                MinMaxScaler.fit(data.unlabelled().reflectance().above(learned.reflectance()));
        MinMaxScaler covariates =
                MinMaxScaler.fit(data.unlabelled().covariates().above(learned.covariates()));
        MinMaxScaler laboratory = MinMaxScaler.fit(data.library().absorbance());
        return new Spectra(
                satellite,
                covariates,
                laboratory.apply(data.library().absorbance()),
                satellite.apply(data.unlabelled().reflectance()),
                satellite.apply(data.labelled().reflectance()));
    }

    /** Scaled inputs and the scalers that made them. */
    private record Spectra(
            MinMaxScaler satelliteScaler,
            MinMaxScaler covariateScaler,
            Matrix laboratory,
            Matrix unlabelled,
            Matrix labelled) {}

    private Parameters pretrain(Spectra spectra, Progress progress) {
        AutoencoderStage stage = new AutoencoderStage(settings.autoencoder(), settings.sparsity(), settings.seed());
        Parameters trained = stage.train(laboratoryNet, spectra.laboratory, progress.part(0, 0.15))
                .parameters();
        trained.putAll(stage.train(satelliteNet, spectra.unlabelled, progress.part(0.15, 0.45))
                .parameters());
        return trained;
    }

    private EpochLoop.Outcome align(Spectra spectra, List<Pairing.Pair> pairs, Parameters start, Progress progress) {
        int[] samples = pairs.stream().mapToInt(Pairing.Pair::sample).toArray();
        int[] pixels = pairs.stream().mapToInt(Pairing.Pair::pixel).toArray();
        return new AlignmentStage(settings.alignment(), settings.alignmentWeights(), settings.seed())
                .train(
                        laboratoryNet,
                        spectra.laboratory.select(samples),
                        satelliteNet,
                        spectra.unlabelled.select(pixels),
                        start,
                        progress);
    }

    /** Standardised codes of everything, from the aligned encoders. */
    private record Codes(Standardiser satellite, Matrix laboratory, Matrix unlabelled, Matrix labelled) {}

    private Codes encode(Spectra spectra, Parameters aligned) {
        Matrix laboratory = encode(laboratoryNet, aligned, spectra.laboratory);
        Matrix unlabelled = encode(satelliteNet, aligned, spectra.unlabelled);
        Matrix labelled = encode(satelliteNet, aligned, spectra.labelled);
        Standardiser satellite = Standardiser.fit(unlabelled);
        return new Codes(
                satellite,
                Standardiser.fit(laboratory).apply(laboratory),
                satellite.apply(unlabelled),
                satellite.apply(labelled));
    }

    private static Matrix encode(Autoencoder net, Parameters parameters, Matrix scaled) {
        try (Learner learner = new Learner(parameters)) {
            Placeholder<TFloat32> spectra = learner.input(net.inputs());
            return learner.run(net.encode(learner.tf(), learner.weights(), spectra), Map.of(spectra, scaled));
        }
    }

    private EpochLoop.Outcome teach(Codes codes, Progress progress) {
        int size = data.library().size();
        Split order = Split.of(Split.Kind.RANDOM, new Places(new double[size], new double[size]), settings.seed());
        int[] shuffled = Rows.joined(
                Rows.joined(order.training(), order.validation()), Rows.joined(order.calibration(), order.test()));
        int cut = (int) (TEACHER_SHARE * size);
        return new TeacherStage(settings.teacher(), settings.dropout(), settings.seed())
                .train(
                        teacherNet,
                        codes.laboratory,
                        logs(data.library().ece()),
                        Arrays.copyOf(shuffled, cut),
                        Arrays.copyOfRange(shuffled, cut, size),
                        progress);
    }

    /**
     * What the student sees: labelled pixels first, then the pixels of the pairs, which carry the laboratory's EC of
     * their partner as a weak label.
     */
    private record StudentData(Matrix tokens, Matrix freeTokens, Matrix labels, Matrix codes, int labelled) {}

    private StudentData studentData(Codes codes, List<Pairing.Pair> pairs, Split split) {
        int[] pixels = pairs.stream().mapToInt(Pairing.Pair::pixel).toArray();
        Matrix covariates = data.labelled()
                .covariates()
                .above(data.unlabelled().covariates().select(pixels));
        MinMaxScaler scaler = MinMaxScaler.fit(data.unlabelled()
                .covariates()
                .above(data.labelled().select(split.training()).covariates()));
        Matrix code = codes.labelled.above(codes.unlabelled.select(pixels));
        float[] weak = new float[pixels.length];
        for (int i = 0; i < weak.length; i++) {
            weak[i] = data.library().ece()[pairs.get(i).sample()];
        }
        return new StudentData(
                code.beside(scaler.applyBounded(covariates)),
                code.beside(scaler.apply(covariates)),
                logs(data.labels()).above(logs(weak)),
                code,
                data.labels().length);
    }

    private EpochLoop.Outcome study(StudentData student, Parameters trained, Split split, Progress progress) {
        Lesson lesson = TeacherStage.teach(teacherNet, trained.startingWith("teacher/"), student.codes);
        int[] rows = Rows.joined(split.training(), Rows.range(student.labelled, student.tokens.rows()));
        return new StudentStage(settings.student(), settings.distillation(), settings.dropout(), settings.seed())
                .train(studentNet, student.tokens, student.labels, lesson, rows, split.validation(), progress);
    }

    private record Curves(EpochLoop.Outcome alignment, EpochLoop.Outcome teacher, EpochLoop.Outcome student) {
        private Map<String, List<double[]>> byStage() {
            return Map.of("alignment", alignment.curve(), "teacher", teacher.curve(), "student", student.curve());
        }
    }

    private TrainedModel finish(
            Spectra spectra,
            Codes codes,
            StudentData student,
            Parameters trained,
            Split split,
            Curves curves,
            List<Pairing.Pair> pairs) {
        Lesson answers = TeacherStage.teach(studentNet, trained.startingWith("student/"), student.tokens);
        Matrix freeTraining = student.freeTokens.select(split.training());
        Applicability applicability =
                Applicability.fit(studentNet, trained.startingWith("student/"), freeTraining, settings.seed());
        EstimatorNet net = new EstimatorNet(
                satelliteNet,
                studentNet,
                spectra.satelliteScaler,
                codes.satellite,
                spectra.covariateScaler,
                applicability.tokenWeights(),
                applicability.references(),
                applicability.meanDistance());
        Calibration calibration = Calibration.fit(
                column(student.labels, split.calibration()),
                column(answers.mean(), split.calibration()),
                column(answers.scale(), split.calibration()));
        return new TrainedModel(
                net,
                trained,
                calibration,
                applicability.threshold(),
                split,
                pairs.size(),
                metrics(answers.mean(), split.test()),
                teacherMetrics(codes, trained),
                curves.byStage());
    }

    private RegressionMetrics metrics(Matrix logMeans, int[] rows) {
        float[] observed = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            observed[i] = data.labels()[rows[i]];
        }
        return RegressionMetrics.of(observed, exponentials(column(logMeans, rows)));
    }

    private RegressionMetrics teacherMetrics(Codes codes, Parameters trained) {
        Lesson lesson = TeacherStage.teach(teacherNet, trained.startingWith("teacher/"), codes.laboratory);
        return RegressionMetrics.of(
                data.library().ece(),
                exponentials(column(lesson.mean(), Rows.range(0, data.library().size()))));
    }

    private Matrix logs(float[] labels) {
        Matrix logs = Matrix.zeros(labels.length, 1);
        for (int i = 0; i < labels.length; i++) {
            logs.values()[i] = settings.range().toLog(labels[i]);
        }
        return logs;
    }

    private static float[] column(Matrix single, int[] rows) {
        float[] values = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = single.values()[rows[i]];
        }
        return values;
    }

    private static float[] exponentials(float[] logs) {
        float[] values = new float[logs.length];
        for (int i = 0; i < logs.length; i++) {
            values[i] = (float) Math.exp(logs[i]);
        }
        return values;
    }

    /** Names of the stages, for documentation. */
    static List<String> stages() {
        return new ArrayList<>(List.of("autoencoders", "alignment", "teacher", "student", "calibration"));
    }
}
