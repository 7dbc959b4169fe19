/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.training.encoder.Encoders;
import org.deepsalt.model.training.encoder.SceneAugmentation;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.pairing.Pairing;
import org.deepsalt.model.training.settings.TrainingSettings;

/**
 * Lets students learn from the same dataset, each from other labelled pixels.
 *
 * @param settings of the training
 * @param net the way from a pixel to its answer
 * @param encoders aligned, with which each student begins
 * @param labels the target at the labelled pixels, in its unit
 * @param dataset labelled pixels, then those of the pairs
 * @param weak pairs that carry a weak label, or none
 * @param teacher its output of the dataset
 */
public record StudentFitter(
        TrainingSettings settings,
        StudentNet net,
        Encoders encoders,
        float[] labels,
        StudentDataset dataset,
        List<Pairing.Pair> weak,
        RegressorOutput teacher) {

    /** Pixels with an ensemble's output that a pass sees. */
    private static final int UNLABELLED_PER_EPOCH = 2048;

    /**
     * A student that has learned.
     *
     * @param parameters of the encoder and the student
     * @param rows of the dataset with a label that it learned from, of each laboratory sample the likeliest
     * @param curve one entry per epoch
     */
    public record FittedStudent(Parameters parameters, int[] rows, List<double[]> curve) {}

    /** Whether labelled pixels are wanted that say when to stop. */
    boolean validated() {
        return settings.student().schedule().patience() > 0;
    }

    /**
     * Lets one learn.
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
     * Lets one learn what others think.
     *
     * @param outputs of many pixels
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

    /** What a student says of all dataset. */
    public RegressorOutput predict(FittedStudent student) {
        return predict(student, dataset.reflectance(), dataset.covariates());
    }

    /** What a student says of other pixels. */
    public RegressorOutput predict(FittedStudent student, Matrix reflectance, Matrix covariates) {
        RegressorOutput output = RegressorOutput.of(net, student.parameters(), reflectance, covariates);
        output.requireVaried("student");
        return output;
    }
}
