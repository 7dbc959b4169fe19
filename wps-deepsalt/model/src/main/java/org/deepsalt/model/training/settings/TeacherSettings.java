/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Stage 4.
 *
 * @param schedule how long and how fast
 * @param samples which laboratory samples teach, choose the epoch, and tell how good the teacher is
 * @param dropout in the transformer layers
 * @param leastR2 on unseen samples, below which the teacher is refused because its codes tell it nothing; negative
 *     infinity where the student does not depend on it
 */
public record TeacherSettings(Schedule schedule, SplitFractions samples, float dropout, double leastR2) {
    TeacherSettings withEpochs(int most) {
        return new TeacherSettings(schedule.withEpochs(most), samples, dropout, leastR2);
    }
}
