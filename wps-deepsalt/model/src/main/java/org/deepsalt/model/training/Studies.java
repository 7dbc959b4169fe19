/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.net.Regressor;

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
record Studies(
        TrainingSettings settings,
        Regressor net,
        float[] labels,
        Lessons lessons,
        List<Pairing.Pair> weak,
        Opinion teacher) {

    /**
     * A student that has learned.
     *
     * @param rows of the lessons that it learned from, of each laboratory sample the likeliest
     */
    record Graduate(EpochLoop.Outcome outcome, int[] rows) {}

    /**
     * Lets one learn.
     *
     * @param training labelled rows to learn from, beside all weakly labelled ones
     * @param validation labelled rows that say when to stop
     */
    Graduate teach(int[] training, int[] validation, Progress progress) {
        int[] chosen = settings.student().balance().thin(training, labels, settings.seed());
        Turns turns = new Turns(chosen, labels.length, weak, settings.seed());
        EpochLoop.Outcome outcome = new StudentStage(settings.student(), settings.seed())
                .train(net, lessons.tokens(), lessons.labels(), teacher, turns, validation, progress);
        return new Graduate(outcome, turns.likeliest());
    }

    /** What a student says of all lessons. */
    Opinion opinion(Graduate graduate) {
        Opinion opinion = Opinion.of(net, graduate.outcome().parameters(), lessons.tokens());
        opinion.requireVaried("student");
        return opinion;
    }
}
