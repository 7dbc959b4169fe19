/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deepsalt.model.Progress;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.training.data.Labels;
import org.deepsalt.model.training.optimizer.ParallelTasks;

/**
 * Answers for every labelled pixel outside the test by a student that had not learned from it: the pixels are cut into
 * folds, and for each fold a student learns from the others. A few labels then calibrate as many scores, where a part
 * set aside would be too small to say how often an interval misses.
 */
final class CrossFitting {
    private final List<int[]> folds;
    private final float[] labels;

    /**
     * Holds the folds; nothing is trained yet.
     *
     * @param folds rows of each fold
     * @param labels natural logarithms of the target, one per labelled pixel
     */
    CrossFitting(List<int[]> folds, float[] labels) {
        this.folds = folds;
        this.labels = labels;
    }

    List<int[]> folds() {
        return folds;
    }

    /** Trains a student. */
    interface StudentTask<T> {
        /**
         * Trains one student.
         *
         * @param training rows to learn from
         * @param validation rows that say when to stop
         * @param member its number
         */
        T learn(int[] training, int[] validation, int member, Progress progress);
    }

    /**
     * A student per fold, who has not learned from it, in their order.
     *
     * @param validated whether another fold says when to stop; else it is learned from too
     */
    <T> List<T> learn(StudentTask<T> student, boolean validated, Progress progress) {
        List<Function<Progress, T>> works = new ArrayList<>();
        int count = folds.size();
        for (int fold = 0; fold < count; fold++) {
            int next = validated ? (fold + 1) % count : fold;
            int[] training = new int[0];
            for (int other = 0; other < count; other++) {
                if (other != fold && other != next) {
                    training = Rows.joined(training, folds.get(other));
                }
            }
            int[] chosen = training;
            int member = fold + 1;
            int[] validation = validated ? folds.get(next) : new int[0];
            works.add(part -> student.learn(chosen, validation, member, part));
        }
        return ParallelTasks.run(works, progress);
    }

    /** Predictions of each student for the fold that it has not learned from, fold after fold. */
    HeldOut heldOut(List<RegressorOutput> outputs) {
        List<HeldOut> parts = new ArrayList<>();
        for (int fold = 0; fold < folds.size(); fold++) {
            int[] left = folds.get(fold);
            RegressorOutput output = outputs.get(fold);
            parts.add(new HeldOut(
                    Rows.of(labels, left),
                    Labels.column(output.mean(), left),
                    Labels.column(output.scale(), left),
                    new float[left.length]));
        }
        return HeldOut.joined(parts);
    }
}
