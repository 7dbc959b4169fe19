/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.encoder.SceneAugmentation;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.TrainingSettings;

/** Trains students on the same dataset, each on other labelled pixels. Thread-safe: it holds nothing that changes. */
public final class StudentFitter {
    /** Pixels with an ensemble's output that a pass sees. */
    private static final int UNLABELLED_PER_EPOCH = 2048;

    private final TrainingSettings settings;
    private final StudentNet net;
    private final Encoders encoders;
    private final float[] labels;
    private final StudentDataset dataset;
    private final List<Pairing.Pair> weak;
    private final RegressorOutput teacher;

    /**
     * A fitter for one training.
     *
     * @param settings of the training
     * @param net from a pixel to its answer
     * @param encoders aligned, with which each student begins
     * @param labels the target at the labelled pixels, in its unit
     * @param dataset labelled pixels, then those of the pairs
     * @param weak pairs that carry a weak label, or none
     * @param teacher its output of the dataset
     */
    public StudentFitter(
            TrainingSettings settings,
            StudentNet net,
            Encoders encoders,
            float[] labels,
            StudentDataset dataset,
            List<Pairing.Pair> weak,
            RegressorOutput teacher) {
        this.settings = settings;
        this.net = net;
        this.encoders = encoders;
        this.labels = labels;
        this.dataset = dataset;
        this.weak = weak;
        this.teacher = teacher;
    }

    /** The net that every student has. */
    public StudentNet net() {
        return net;
    }

    /** Labelled pixels, then those of the pairs. */
    public StudentDataset dataset() {
        return dataset;
    }

    /**
     * A trained student.
     *
     * @param parameters of the encoder and the student
     * @param rows of the dataset with a label that it learned from, of each laboratory sample the likeliest
     * @param curve one entry per epoch
     */
    public record FittedStudent(Parameters parameters, int[] rows, List<double[]> curve) {}

    /** Whether training stops early by the loss on validation pixels. */
    boolean validated() {
        return settings.student().schedule().patience() > 0;
    }

    /**
     * Trains a student on labels and on the teacher's output.
     *
     * @param training labelled rows to learn from, beside all weakly labelled ones
     * @param validation labelled rows that say when to stop
     * @param member its number, which makes it begin otherwise than the others
     */
    FittedStudent teach(int[] training, int[] validation, int member, Progress progress) {
        long seed = settings.seed() + member;
        int[] chosen = settings.student().balance().thin(training, labels, settings.seed());
        EpochSampler sampler = new EpochSampler(chosen, labels.length, weak, seed);
        EpochLoop.Outcome outcome = StudentStage.learning(settings.student(), seed)
                .train(
                        net,
                        encoders.parameters(),
                        encoders.augmentation(),
                        dataset,
                        teacher,
                        sampler,
                        validation,
                        progress);
        return student(outcome, sampler.likeliest());
    }

    /**
     * Trains a student on the predictions of others alone.
     *
     * @param outputs predictions for many pixels
     * @param rows of the dataset that the others learned from
     */
    FittedStudent imitate(StudentDataset outputs, int[] rows, Progress progress) {
        EpochSampler sampler = new EpochSampler(new int[0], 0, List.of(), settings.seed());
        sampler.add(0, outputs.size(), UNLABELLED_PER_EPOCH);
        EpochLoop.Outcome outcome = StudentStage.imitating(settings.student(), settings.seed())
                .train(
                        net,
                        encoders.parameters(),
                        SceneAugmentation.NONE,
                        outputs,
                        RegressorOutput.NONE,
                        sampler,
                        new int[0],
                        progress);
        return student(outcome, rows);
    }

    private FittedStudent student(EpochLoop.Outcome outcome, int[] rows) {
        Parameters learned = encoders.parameters().startingWith(net.encoder().domain() + "/encoder/");
        learned.putAll(outcome.parameters());
        return new FittedStudent(learned, rows, outcome.curve());
    }

    /** Predictions of a student for all rows of the dataset, in their order. */
    public RegressorOutput predict(FittedStudent student) {
        return predict(student, dataset.reflectance(), dataset.covariates());
    }

    /**
     * Predictions of a student for other pixels.
     *
     * @param reflectance one row per pixel, one column per band
     * @param covariates one row per pixel, in their units; NaN where missing
     * @throws org.deepsalt.model.DeepSaltException if it answers all pixels alike
     */
    public RegressorOutput predict(FittedStudent student, Matrix reflectance, Matrix covariates) {
        RegressorOutput output = RegressorOutput.of(net, student.parameters(), reflectance, covariates);
        output.requireVaried("student");
        return output;
    }
}
