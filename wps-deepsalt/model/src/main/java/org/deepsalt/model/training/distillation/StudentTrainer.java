/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.model.training.data.LabelledTables;
import org.deepsalt.model.training.data.TrainingData;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.TrainingSettings;
import org.deepsalt.model.training.split.Split;

/**
 * Trains the student that is kept: one student on the labels alone, or one that also learns the joint prediction of an
 * {@link Ensemble} at many pixels without a label; the members of the ensemble each leave out a fold of the labelled
 * pixels. Not thread-safe.
 */
public final class StudentTrainer {
    private final TrainingData data;
    private final TrainingSettings settings;
    private final Split split;
    private final Encoders encoders;
    private final MinMaxScaler covariates;

    /**
     * A trainer for the labelled pixels of a split.
     *
     * @param split of the labelled pixels of the data
     * @param encoders that give codes
     * @param covariates scaler of the covariates
     */
    public StudentTrainer(
            TrainingData data, TrainingSettings settings, Split split, Encoders encoders, MinMaxScaler covariates) {
        this.data = data;
        this.settings = settings;
        this.split = split;
        this.encoders = encoders;
        this.covariates = covariates;
    }

    /**
     * A trained teacher.
     *
     * @param net its layers
     * @param learned its parameters
     */
    public record Teacher(Regressor net, Parameters learned) {
        RegressorOutput of(StudentDataset dataset) {
            return RegressorOutput.of(net, learned, dataset.teacherInputs());
        }
    }

    /**
     * A trained student and what its intervals are calibrated by.
     *
     * @param fitter that fitted it, with the dataset
     * @param student the one that is kept
     * @param heldOut predictions by students that were not fitted on the pixel; null if a part was set aside to
     *     calibrate on
     */
    public record Outcome(StudentFitter fitter, StudentFitter.FittedStudent student, HeldOut heldOut) {}

    /**
     * Trains the student.
     *
     * @param logs natural logarithms of the labels
     * @param weak pairs that carry a weak label, or none
     */
    public Outcome run(Teacher teacher, Regressor net, float[] logs, List<Pairing.Pair> weak, Progress progress) {
        StudentDataset dataset = StudentDataset.of(data, weak, encoders, covariates, settings.head());
        StudentFitter fitter = new StudentFitter(settings, net, data.labels(), dataset, weak, teacher.of(dataset));
        if (settings.student().ensemblePixels() > 0) {
            return distilledFromEnsemble(fitter, teacher, logs, weak, progress);
        }
        StudentFitter.FittedStudent alone = fitter.fit(split.training(), split.validation(), progress.part(0, 0.4));
        if (split.calibration().length > 0) {
            return new Outcome(fitter, alone, null);
        }
        CrossFitting crossFitting = new CrossFitting(folds(), logs);
        List<StudentFitter.FittedStudent> others = crossFitting.fit(fitter::fit, progress.part(0.4, 1));
        return new Outcome(fitter, alone, held(crossFitting, fitter, others));
    }

    /** The members of the ensemble serve the calibration too: no label is set aside for it. */
    private Outcome distilledFromEnsemble(
            StudentFitter fitter, Teacher teacher, float[] logs, List<Pairing.Pair> weak, Progress progress) {
        CrossFitting crossFitting = new CrossFitting(folds(), logs);
        List<StudentFitter.FittedStudent> members = crossFitting.fit(fitter::fit, progress.part(0, 0.65));
        HeldOut students = held(crossFitting, fitter, members);
        StackedSvr stacking = stackedSvr(weak, students, progress.part(0.65, 0.7));
        Pixels unlabelled = unlabelled();
        float[] supportVectors = stacking.predict(unlabelled);
        StudentDataset more = fitter.dataset().with(unlabelled, encoders, covariates, tokens -> {
            List<RegressorOutput> outputs = new ArrayList<>();
            members.forEach(member -> outputs.add(stacking.stacked(fitter.predict(member, tokens), supportVectors)));
            return Ensemble.of(outputs, settings.seed());
        });
        StudentFitter last = fitter.with(more, teacher.of(more));
        int[] all = Rows.joined(split.training(), split.validation());
        StudentFitter.FittedStudent student = last.fit(all, new int[0], progress.part(0.7, 1));
        return new Outcome(last, student, stacking.stacked(students));
    }

    private StackedSvr stackedSvr(List<Pairing.Pair> weak, HeldOut students, Progress progress) {
        if (!settings.student().stacked()) {
            return StackedSvr.none(students.size());
        }
        TrainingTable table = LabelledTables.of(
                data, split, Pairing.likeliest(weak), settings.head().range());
        int[] learned = split.learned();
        List<int[]> folds = folds().stream()
                .map(fold -> IntStream.of(fold)
                        .map(row -> Arrays.binarySearch(learned, row))
                        .toArray())
                .toList();
        return StackedSvr.fit(table, folds, students, settings.seed(), progress);
    }

    private List<int[]> folds() {
        return split.folds(settings.split().kind(), data.labelled().coordinates(), CrossFitting.FOLDS, settings.seed());
    }

    private Pixels unlabelled() {
        int size = data.unlabelled().size();
        int[] order = Rows.shuffled(Rows.range(0, size), new Random(settings.seed()));
        return data.unlabelled()
                .select(Arrays.copyOf(order, Math.min(settings.student().ensemblePixels(), size)));
    }

    private static HeldOut held(
            CrossFitting crossFitting, StudentFitter fitter, List<StudentFitter.FittedStudent> fitted) {
        return crossFitting.heldOut(fitted.stream().map(fitter::predict).toList());
    }
}
