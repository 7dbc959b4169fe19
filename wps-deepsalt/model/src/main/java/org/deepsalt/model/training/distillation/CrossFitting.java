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
 * Cross-fitting: predictions for every labelled pixel outside the test by a student that was not fitted on it. The
 * pixels are cut into folds, and for each fold a student is fitted on the others. A few labels then calibrate as many
 * scores, where a part set aside would be too small to estimate how often an interval misses.
 *
 * @param folds rows of each fold
 * @param labels natural logarithms of the target, one per labelled pixel
 */
record CrossFitting(List<int[]> folds, float[] labels) {
    static final int FOLDS = 5;

    /** The fit of one student. */
    interface StudentTask<T> {
        /**
         * Fits a student on some of the labelled pixels.
         *
         * @param training rows to learn from
         * @param validation rows that say when to stop
         */
        T fit(int[] training, int[] validation, Progress progress);
    }

    /** Fits one student per fold, on all folds but that one; results are in the order of the folds. */
    <T> List<T> fit(StudentTask<T> task, Progress progress) {
        List<Function<Progress, T>> fits = new ArrayList<>();
        int count = folds.size();
        for (int fold = 0; fold < count; fold++) {
            int next = (fold + 1) % count;
            int[] training = new int[0];
            for (int other = 0; other < count; other++) {
                if (other != fold && other != next) {
                    training = Rows.joined(training, folds.get(other));
                }
            }
            int[] chosen = training;
            fits.add(part -> task.fit(chosen, folds.get(next), part));
        }
        return ParallelTasks.run(fits, progress);
    }

    /** Predictions of each student for the fold that it was not fitted on, fold after fold. */
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
