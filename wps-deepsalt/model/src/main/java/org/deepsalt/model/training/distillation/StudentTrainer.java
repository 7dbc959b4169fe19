/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.LabelledTables;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;
import org.jspecify.annotations.Nullable;

/**
 * Trains the student: alone, or as the student of an {@link Ensemble} of students that each left out a fold of the
 * labelled pixels, whose common output of many pixels without a label it learns besides the labels.
 */
public final class StudentTrainer {
    private final TrainingData data;
    private final TrainingSettings settings;
    private final Split split;
    private final Encoders encoders;
    private final StudentNet net;

    /**
     * A trainer for one training; it changes none of its arguments.
     *
     * @param data of the training
     * @param split of its labelled pixels
     * @param encoders with which students begin
     * @param net the way from a pixel to its answer
     */
    public StudentTrainer(
            TrainingData data, TrainingSettings settings, Split split, Encoders encoders, StudentNet net) {
        this.data = data;
        this.settings = settings;
        this.split = split;
        this.encoders = encoders;
        this.net = net;
    }

    /** The trained teacher: its layers and their weights. */
    public record Teacher(Regressor net, Parameters learned) {
        RegressorOutput of(StudentDataset dataset) {
            return RegressorOutput.of(net, learned, dataset.teacherInputs());
        }
    }

    /**
     * Predictions of labelled pixels by students that had not learned from them.
     *
     * @param folds labelled rows that a student each left out
     * @param answers for them, fold after fold, without an index of dissimilarity
     * @param withoutCovariates the same by pixels without any covariate; null where the student needs them
     */
    public record Crossed(
            List<int[]> folds, HeldOut answers, @Nullable HeldOut withoutCovariates) {
        Crossed with(HeldOut others) {
            return new Crossed(folds, others, withoutCovariates);
        }

        /** Labelled rows of the answers, in their order. */
        public int[] rows() {
            return folds.stream().flatMapToInt(IntStream::of).toArray();
        }
    }

    /**
     * A trained student, with what its calibration needs.
     *
     * @param fitter trained it, and predicts with it
     * @param student the one that is kept
     * @param crossed null if a part was set aside to calibrate on
     */
    public record Outcome(
            StudentFitter fitter,
            StudentFitter.FittedStudent student,
            @Nullable Crossed crossed) {}

    /**
     * Trains the student, and the others that an ensemble or the calibration wants.
     *
     * @param teacher whose output the student imitates
     * @param logs natural logarithms of the labels, one per labelled pixel
     * @param weak pairs that carry a weak label, or none
     */
    public Outcome train(Teacher teacher, float[] logs, List<Pairing.Pair> weak, Progress progress) {
        StudentDataset dataset = StudentDataset.of(data, weak, encoders, settings.head());
        StudentFitter fitter =
                new StudentFitter(settings, net, encoders, data.labels(), dataset, weak, teacher.of(dataset));
        if (settings.student().ensemblePixels() > 0) {
            return ensembleTaught(fitter, logs, Pairing.likeliest(weak), progress);
        }
        StudentFitter.FittedStudent alone =
                fitter.teach(split.training(), split.validation(), 0, progress.part(0, 0.4));
        if (split.calibration().length > 0) {
            return new Outcome(fitter, alone, null);
        }
        CrossFitting crossing = new CrossFitting(folds(), logs);
        List<StudentFitter.FittedStudent> others =
                crossing.learn(fitter::teach, fitter.validated(), progress.part(0.4, 1));
        return new Outcome(fitter, alone, crossed(crossing, fitter, others));
    }

    /** An ensemble teaches the student and calibrates it too: no label is set aside for that. */
    private Outcome ensembleTaught(StudentFitter fitter, float[] logs, List<Pairing.Pair> weak, Progress progress) {
        CrossFitting crossing = new CrossFitting(folds(), logs);
        List<StudentFitter.FittedStudent> members =
                crossing.learn(fitter::teach, fitter.validated(), progress.part(0, 0.65));
        Crossed nets = crossed(crossing, fitter, members);
        Beside.@Nullable Crossed stacked = beside(nets, logs, weak, progress.part(0.65, 0.7));
        int[] known = members.stream()
                .flatMapToInt(member -> IntStream.of(member.rows()))
                .distinct()
                .sorted()
                .toArray();
        StudentDataset outputs = outputs(fitter, members, known, stacked == null ? null : stacked.method());
        StudentFitter.FittedStudent student = fitter.imitate(outputs, known, progress.part(0.7, 1));
        return new Outcome(fitter, student, stacked == null ? nets : nets.with(stacked.answers()));
    }

    /** The method that stands beside the nets, if one does. */
    private Beside.@Nullable Crossed beside(Crossed nets, float[] logs, List<Pairing.Pair> weak, Progress progress) {
        if (data.screening()) {
            return StackedReading.fit(
                    data.labelled(), data.bands(), logs, nets.folds(), nets.answers(), settings.seed(), progress);
        }
        return settings.student().forest() && hasMeasured(weak) && hasCovariates()
                ? forest(nets, weak, progress)
                : null;
    }

    /** Whether a pixel of the scenes, which has covariates, has a measured partner. */
    private boolean hasMeasured(List<Pairing.Pair> weak) {
        int scenes = data.unlabelled().size();
        return weak.stream()
                .anyMatch(pair -> pair.pixel() < scenes && data.library().certainty()[pair.sample()] == 1);
    }

    private boolean hasCovariates() {
        return data.labelled().covariates().columns() > 0;
    }

    private Beside.Crossed forest(Crossed nets, List<Pairing.Pair> weak, Progress progress) {
        Coordinates samples =
                new Coordinates(data.library().longitude(), data.library().latitude());
        List<Pairing.Pair> nearest = Pairing.find(samples, data.unlabelled().coordinates(), settings.pairingDistance());
        List<TrainingTable> tables = Stream.of(weak, nearest)
                .map(pairs ->
                        LabelledTables.of(data, split, pairs, settings.head().range()))
                .filter(table -> table.weak().size() > 0)
                .toList();
        return StackedForest.fit(tables, split.learned(), nets.folds(), nets.answers(), settings.seed(), progress);
    }

    /** Joint prediction of the members, for the pixels that they learned from and for many others. */
    private StudentDataset outputs(
            StudentFitter fitter, List<StudentFitter.FittedStudent> members, int[] known, @Nullable Beside beside) {
        StudentDataset dataset = fitter.dataset();
        Pixels free = free();
        Matrix reflectance = free.reflectance().above(dataset.reflectance().select(known));
        Matrix whole = free.covariates().above(dataset.covariates().select(known));
        Matrix covariates = new CovariateDropout(settings.student().tuning().droppedCovariates())
                .apply(whole, new Random(settings.seed()));
        List<RegressorOutput> together = members.stream()
                .map(member -> fitter.predict(member, reflectance, covariates))
                .toList();
        Ensemble nets = Ensemble.of(together, settings.seed());
        return StudentDataset.of(
                reflectance, covariates, beside == null ? nets : beside.joined(nets, reflectance, whole, covariates));
    }

    private Crossed crossed(CrossFitting crossing, StudentFitter fitter, List<StudentFitter.FittedStudent> members) {
        StudentDataset dataset = fitter.dataset();
        HeldOut answers = crossing.heldOut(members.stream().map(fitter::predict).toList());
        HeldOut without = net.covariates().optional() && net.covariates().count() > 0
                ? crossing.heldOut(members.stream()
                        .map(member -> fitter.predict(member, dataset.reflectance(), dataset.withoutCovariates()))
                        .toList())
                : null;
        return new Crossed(crossing.folds(), answers, without);
    }

    private List<int[]> folds() {
        return split.folds(settings.split().kind(), data.labelled(), Split.FOLDS, settings.seed());
    }

    private Pixels free() {
        int size = data.unlabelled().size();
        int[] order = Rows.shuffled(Rows.range(0, size), new Random(settings.seed()));
        return data.unlabelled()
                .select(Arrays.copyOf(order, Math.min(settings.student().ensemblePixels(), size)));
    }
}
