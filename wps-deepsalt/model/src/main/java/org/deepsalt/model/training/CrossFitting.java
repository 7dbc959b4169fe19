/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.Progress;
import org.deepsalt.model.estimator.HeldOut;

/**
 * Answers for every labelled pixel outside the test by a student that had not learned from it: the pixels are cut into
 * folds, and for each fold a student learns from the others. A few labels then calibrate as many scores, where a part set
 * aside would be too small to say how often an interval misses.
 *
 * @param folds rows of each fold
 * @param labels natural logarithms of the target, one per labelled pixel
 */
record CrossFitting(List<int[]> folds, float[] labels) {
    static final int FOLDS = 5;

    /** Trains a student. */
    interface Pupil {
        /**
         * Its answers for all rows.
         *
         * @param training rows to learn from
         * @param validation rows that say when to stop
         */
        Opinion learn(int[] training, int[] validation, Progress progress);
    }

    HeldOut run(Pupil pupil, Progress progress) {
        List<HeldOut> parts = new ArrayList<>();
        int count = folds.size();
        for (int fold = 0; fold < count; fold++) {
            int next = (fold + 1) % count;
            int[] training = new int[0];
            for (int other = 0; other < count; other++) {
                if (other != fold && other != next) {
                    training = Rows.joined(training, folds.get(other));
                }
            }
            Opinion opinion =
                    pupil.learn(training, folds.get(next), progress.part((double) fold / count, (fold + 1.0) / count));
            int[] left = folds.get(fold);
            parts.add(new HeldOut(
                    Rows.of(labels, left),
                    Labels.column(opinion.mean(), left),
                    Labels.column(opinion.scale(), left),
                    new float[left.length]));
        }
        return HeldOut.joined(parts);
    }
}
