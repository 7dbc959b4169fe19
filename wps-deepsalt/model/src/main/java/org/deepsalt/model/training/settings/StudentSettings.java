/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import org.deepsalt.model.training.data.Undersampling;
import org.deepsalt.model.training.optimizer.Schedule;

/**
 * Stage 5.
 *
 * @param schedule how long and how fast
 * @param distillation the terms of its loss
 * @param dropout in the transformer layers
 * @param weakLabels whether the pixels of the pairs are learned too, with the laboratory's EC of their partner
 * @param balance which labelled training pixels are thinned out
 * @param committee pixels without a label at which the student learns the opinion of a
 *     {@link org.deepsalt.model.training.distillation.Ensemble}; 0 if it learns alone
 * @param advised whether the committee hears {@link org.deepsalt.model.training.distillation.StackedSvr}
 */
public record StudentSettings(
        Schedule schedule,
        DistillationWeights distillation,
        float dropout,
        boolean weakLabels,
        Undersampling balance,
        int committee,
        boolean advised) {

    StudentSettings withEpochs(int most) {
        return new StudentSettings(
                schedule.withEpochs(most), distillation, dropout, weakLabels, balance, committee, advised);
    }

    /** The same with another loss. */
    public StudentSettings with(DistillationWeights terms) {
        return new StudentSettings(schedule, terms, dropout, weakLabels, balance, committee, advised);
    }

    /** The same without the laboratory's EC at the pixels of the pairs. */
    public StudentSettings withoutWeakLabels() {
        return new StudentSettings(schedule, distillation, dropout, false, balance, committee, advised);
    }

    /** The same with a student who learns alone. */
    public StudentSettings withoutCommittee() {
        return new StudentSettings(schedule, distillation, dropout, weakLabels, balance, 0, false);
    }

    /** The same with a committee of students alone. */
    public StudentSettings withoutAdvice() {
        return new StudentSettings(schedule, distillation, dropout, weakLabels, balance, committee, false);
    }
}
