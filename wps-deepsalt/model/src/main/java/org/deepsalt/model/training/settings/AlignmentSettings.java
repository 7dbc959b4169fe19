/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Stage 3.
 *
 * @param schedule how long and how fast
 * @param weights of the terms
 * @param pairs fractions of the pairs that train, that choose the epoch, and that only measure how alike the codes are
 */
public record AlignmentSettings(Schedule schedule, AlignmentWeights weights, SplitFractions pairs) {
    /** The published pull with something that holds against it: both reconstructions and a contrastive term (A7). */
    private static final AlignmentWeights GUARDED = new AlignmentWeights(1, 1, 0, 1, 0.07f, true);

    AlignmentSettings with(CollapseGuard guard) {
        if (guard == CollapseGuard.CONTRASTIVE && weights.contrast() == 0) {
            return new AlignmentSettings(schedule, GUARDED, pairs);
        }
        if (guard == CollapseGuard.NONE) {
            return new AlignmentSettings(
                    schedule,
                    new AlignmentWeights(
                            weights.laboratory(),
                            weights.satellite(),
                            weights.cosine(),
                            0,
                            weights.temperature(),
                            weights.standardised()),
                    pairs);
        }
        return this;
    }

    /** The same with other terms. */
    public AlignmentSettings with(AlignmentWeights terms) {
        return new AlignmentSettings(schedule, terms, pairs);
    }

    AlignmentSettings withEpochs(int most) {
        return new AlignmentSettings(schedule.withEpochs(most), weights, pairs);
    }
}
