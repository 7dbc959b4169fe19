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
 * Lets students learn from the same lessons, each from other labelled pixels.
 *
 * @param settings of the training
 * @param net the way from a pixel to its answer
 * @param encoders aligned, with which each student begins
 * @param labels the target at the labelled pixels, in its unit
 * @param lessons labelled pixels, then those of the pairs
 * @param weak pairs that carry a weak label, or none
 * @param teacher its opinion of the lessons
 */
public record StudentFitter(
        TrainingSettings settings,
        StudentNet net,
        Encoders encoders,
        float[] labels,
        StudentDataset lessons,
        List<Pairing.Pair> weak,
        RegressorOutput teacher) {

    /** Pixels with an ensemble's opinion that a pass sees. */
    private static final int FREE_TURNS = 2048;

    /**
     * A student that has learned.
     *
     * @param parameters of the encoder and the student
     * @param rows of the lessons with a label that it learned from, of each laboratory sample the likeliest
     * @param curve one entry per epoch
     */
    public record Graduate(Parameters parameters, int[] rows, List<double[]> curve) {}

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
    Graduate teach(int[] training, int[] validation, int member, Progress progress) {
        long seed = settings.seed() + member;
        int[] chosen = settings.student().balance().thin(training, labels, settings.seed());
        EpochSampler turns = new EpochSampler(chosen, labels.length, weak, seed);
        EpochLoop.Outcome outcome = StudentStage.learning(settings.student(), seed)
                .train(
                        net,
                        encoders.parameters(),
                        encoders.augmentation(),
                        lessons,
                        teacher,
                        turns,
                        validation,
                        progress);
        return graduate(outcome, turns.likeliest());
    }

    /**
     * Lets one learn what others think.
     *
     * @param opinions of many pixels
     * @param rows of the lessons that the others learned from
     */
    Graduate imitate(StudentDataset opinions, int[] rows, Progress progress) {
        EpochSampler turns = new EpochSampler(new int[0], 0, List.of(), settings.seed());
        turns.add(0, opinions.size(), FREE_TURNS);
        EpochLoop.Outcome outcome = StudentStage.imitating(settings.student(), settings.seed())
                .train(
                        net,
                        encoders.parameters(),
                        SceneAugmentation.NONE,
                        opinions,
                        RegressorOutput.NONE,
                        turns,
                        new int[0],
                        progress);
        return graduate(outcome, rows);
    }

    private Graduate graduate(EpochLoop.Outcome outcome, int[] rows) {
        Parameters learned = encoders.parameters().startingWith(net.encoder().domain() + "/encoder/");
        learned.putAll(outcome.parameters());
        return new Graduate(learned, rows, outcome.curve());
    }

    /** What a student says of all lessons. */
    public RegressorOutput opinion(Graduate graduate) {
        return opinion(graduate, lessons.reflectance(), lessons.covariates());
    }

    /** What a student says of other pixels. */
    public RegressorOutput opinion(Graduate graduate, Matrix reflectance, Matrix covariates) {
        RegressorOutput opinion = RegressorOutput.of(net, graduate.parameters(), reflectance, covariates);
        opinion.requireVaried("student");
        return opinion;
    }
}
