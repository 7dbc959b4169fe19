/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import org.deepsalt.model.net.Regressor;
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
 * @param ensemblePixels pixels without a label at which the student learns what an ensemble of students says; 0 if it
 *     learns alone
 * @param shape of its layers
 * @param tuning how the encoder learns on
 */
public record StudentSettings(
        Schedule schedule,
        DistillationWeights distillation,
        float dropout,
        boolean weakLabels,
        Undersampling balance,
        int ensemblePixels,
        Regressor.Shape shape,
        FineTuning tuning) {

    StudentSettings withEpochs(int most) {
        return with(schedule.withEpochs(most), distillation, weakLabels, ensemblePixels, tuning);
    }

    /** The same with another loss. */
    public StudentSettings with(DistillationWeights terms) {
        return with(schedule, terms, weakLabels, ensemblePixels, tuning);
    }

    /** The same with an encoder that learns on otherwise, or not at all. */
    public StudentSettings with(FineTuning other) {
        return with(schedule, distillation, weakLabels, ensemblePixels, other);
    }

    /** The same without the laboratory's EC at the pixels of the pairs. */
    public StudentSettings withoutWeakLabels() {
        return with(schedule, distillation, false, ensemblePixels, tuning);
    }

    /** The same with a student who learns alone. */
    public StudentSettings withoutEnsemble() {
        return with(schedule, distillation, weakLabels, 0, tuning);
    }

    private StudentSettings with(Schedule pace, DistillationWeights terms, boolean weak, int together, FineTuning on) {
        return new StudentSettings(pace, terms, dropout, weak, balance, together, shape, on);
    }
}
