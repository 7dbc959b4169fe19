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
 * Lets students learn from the same lessons, each from other labelled pixels.
 *
 * @param settings of the training
 * @param net the student's layers
 * @param labels the target at the labelled pixels, in its unit
 * @param lessons labelled pixels, then those of the pairs
 * @param weak pairs that carry a weak label, or none
 * @param teacher its opinion of the lessons
 */
public record StudentFitter(
        TrainingSettings settings,
        Regressor net,
        float[] labels,
        StudentDataset lessons,
        List<Pairing.Pair> weak,
        RegressorOutput teacher) {

    /** Pixels with a committee's opinion that a pass sees. */
    private static final int FREE_TURNS = 2048;

    /** One of so many of them says when to stop instead, up to a number. */
    private static final int HELD_SHARE = 8;

    private static final int MOST_HELD = 1024;

    /**
     * A student that has learned.
     *
     * @param rows of the lessons with a label that it learned from, of each laboratory sample the likeliest
     */
    public record Graduate(EpochLoop.Outcome outcome, int[] rows) {}

    /**
     * Lets one learn.
     *
     * @param training labelled rows to learn from, beside all weakly labelled ones
     * @param validation labelled rows that say when to stop
     */
    Graduate teach(int[] training, int[] validation, Progress progress) {
        int[] chosen = settings.student().balance().thin(training, labels, settings.seed());
        EpochSampler turns = new EpochSampler(chosen, labels.length, weak, settings.seed());
        int[] known = turns.likeliest();
        int held = Math.min(MOST_HELD, (lessons.tokens().rows() - lessons.known()) / HELD_SHARE);
        turns.add(lessons.known() + held, lessons.tokens().rows(), FREE_TURNS);
        int[] checked = Rows.joined(validation, Rows.range(lessons.known(), lessons.known() + held));
        EpochLoop.Outcome outcome = new StudentStage(settings.student(), settings.seed())
                .train(net, lessons, teacher, turns, checked, progress);
        return new Graduate(outcome, known);
    }

    /** What a student says of all lessons. */
    public RegressorOutput opinion(Graduate graduate) {
        return opinion(graduate, lessons.tokens());
    }

    /** What a student says of other tokens. */
    public RegressorOutput opinion(Graduate graduate, Matrix tokens) {
        RegressorOutput opinion = RegressorOutput.of(net, graduate.outcome().parameters(), tokens);
        opinion.requireVaried("student");
        return opinion;
    }
}
