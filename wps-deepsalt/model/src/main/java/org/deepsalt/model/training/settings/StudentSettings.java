/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.settings;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.training.data.Undersampling;
import org.deepsalt.model.training.optimizer.Schedule;

/**
 * Settings of stage 5, the student.
 *
 * @param schedule how long and how fast
 * @param distillation the terms of its loss
 * @param dropout in the transformer layers
 * @param weakLabels whether the pixels of the pairs are learned too, with the laboratory's EC of their partner
 * @param balance which labelled training pixels are thinned out
 * @param ensemblePixels pixels without a label at which the student learns the joint prediction of an ensemble; 0 for a
 *     student without an ensemble
 * @param forest whether a random forest stands beside the nets of the ensemble, where there are weak labels and
 *     covariates
 * @param shape of its layers
 * @param tuning how the encoder learns on
 */
@RecordBuilder
public record StudentSettings(
        Schedule schedule,
        DistillationWeights distillation,
        float dropout,
        boolean weakLabels,
        Undersampling balance,
        int ensemblePixels,
        boolean forest,
        Regressor.Shape shape,
        FineTuning tuning)
        implements StudentSettingsBuilder.With {

    /** The same without an ensemble. */
    public StudentSettings withoutEnsemble() {
        return withEnsemblePixels(0);
    }
}
