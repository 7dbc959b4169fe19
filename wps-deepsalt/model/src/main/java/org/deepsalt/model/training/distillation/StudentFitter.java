/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.TrainingSettings;

/**
 * Fits students on the same dataset, each on other labelled pixels. Thread-safe.
 */
public final class StudentFitter {
    /** Rows with an ensemble's prediction that an epoch shows. */
    private static final int UNLABELLED_PER_EPOCH = 2048;

    /** One of so many of them is held out for early stopping, up to a number. */
    private static final int HELD_SHARE = 8;

    private static final int MOST_HELD = 1024;

    private final TrainingSettings settings;
    private final Regressor net;
    private final float[] labels;
    private final StudentDataset dataset;
    private final List<Pairing.Pair> weak;
    private final RegressorOutput teacher;

    /**
     * A fitter for one dataset.
     *
     * @param net the student's layers
     * @param labels the target at the labelled pixels, in its unit
     * @param dataset labelled pixels, then those of the pairs
     * @param weak pairs that carry a weak label, or none
     * @param teacher its output for the rows of the dataset
     */
    StudentFitter(
            TrainingSettings settings,
            Regressor net,
            float[] labels,
            StudentDataset dataset,
            List<Pairing.Pair> weak,
            RegressorOutput teacher) {
        this.settings = settings;
        this.net = net;
        this.labels = labels;
        this.dataset = dataset;
        this.weak = weak;
        this.teacher = teacher;
    }

    /** The rows that students are fitted on. */
    public StudentDataset dataset() {
        return dataset;
    }

    /** The same for a dataset that begins with the rows of this one. */
    StudentFitter with(StudentDataset extended, RegressorOutput itsTeacher) {
        return new StudentFitter(settings, net, labels, extended, weak, itsTeacher);
    }

    /**
     * A fitted student.
     *
     * @param rows of the dataset with a label that it was fitted on, of each laboratory sample the likeliest
     */
    public record FittedStudent(EpochLoop.Outcome outcome, int[] rows) {}

    /**
     * Fits one student.
     *
     * @param training labelled rows to learn from, beside all weakly labelled ones
     * @param validation labelled rows that say when to stop
     */
    FittedStudent fit(int[] training, int[] validation, Progress progress) {
        int[] chosen = settings.student().balance().thin(training, labels, settings.seed());
        EpochSampler sampler = new EpochSampler(chosen, labels.length, weak, settings.seed());
        int[] known = sampler.likeliest();
        int held = Math.min(MOST_HELD, (dataset.tokens().rows() - dataset.known()) / HELD_SHARE);
        sampler.add(dataset.known() + held, dataset.tokens().rows(), UNLABELLED_PER_EPOCH);
        int[] checked = Rows.joined(validation, Rows.range(dataset.known(), dataset.known() + held));
        EpochLoop.Outcome outcome = new StudentStage(settings.student(), settings.seed())
                .train(net, dataset, teacher, sampler, checked, progress);
        return new FittedStudent(outcome, known);
    }

    /** Predictions for all rows of the dataset. */
    public RegressorOutput predict(FittedStudent student) {
        return predict(student, dataset.tokens());
    }

    /** Predictions for tokens, one row each. */
    public RegressorOutput predict(FittedStudent student, Matrix tokens) {
        RegressorOutput output = RegressorOutput.of(net, student.outcome().parameters(), tokens);
        output.requireVaried("student");
        return output;
    }
}
