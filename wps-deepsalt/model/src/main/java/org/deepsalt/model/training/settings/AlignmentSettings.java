/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.split.SplitFractions;

/**
 * Settings of stage 3, the alignment of both encoders.
 *
 * @param schedule how long and how fast
 * @param weights of the terms
 * @param pairs fractions of the pairs that train, that choose the epoch, and that only measure how alike the codes are
 */
@RecordBuilder
public record AlignmentSettings(Schedule schedule, AlignmentWeights weights, SplitFractions pairs)
        implements AlignmentSettingsBuilder.With {
    /** The published pull with something that holds against it: both reconstructions and a contrastive term (A7). */
    private static final AlignmentWeights GUARDED = new AlignmentWeights(1, 1, 0, 1, 0.07f, true);

    AlignmentSettings withGuard(CollapseGuard guard) {
        if (guard == CollapseGuard.CONTRASTIVE && weights.contrast() == 0) {
            return withWeights(GUARDED);
        }
        return guard == CollapseGuard.NONE ? withWeights(weights.withContrast(0)) : this;
    }
}
