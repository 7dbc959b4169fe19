/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.util.List;
import java.util.Map;
import org.deepsalt.benchmarks.kernels.NetShape;
import org.deepsalt.benchmarks.kernels.UntrainedNet;
import org.deepsalt.model.store.ModelCard;
import org.deepsalt.model.store.ModelCardBuilder;
import org.deepsalt.model.store.ModelStore;
import org.deepsalt.model.training.TrainedModelBuilder;

/**
 * A stored model whose net has learned nothing, over the bands and covariates of one that has: it costs what a trained
 * one of its shape costs, and its maps mean nothing. TensorFlow must have been started.
 */
public final class UntrainedModel {
    public static final String ID = "untrained";

    private UntrainedModel() {}

    /**
     * Stores it.
     *
     * @param known the card of a trained model, whose range and calibration it has
     */
    public static void store(ModelCard known, NetShape shape, ModelStore models) {
        UntrainedNet net =
                UntrainedNet.of(shape, known.bands().size(), known.covariates().size());
        ModelCard card = ModelCardBuilder.builder(known)
                .id(ID)
                .title("Knows nothing")
                .synthetic(true)
                .preset(shape.preset())
                .target(new ModelCard.Target(
                        known.target().attribute(),
                        known.target().unit(),
                        net.net().range(),
                        known.target().conversionFactor()))
                .files(Map.of())
                .build();
        models.save(
                card,
                TrainedModelBuilder.builder()
                        .net(net.net())
                        .parameters(net.parameters())
                        .calibration(card.calibration())
                        .exceedance(card.exceedance())
                        .applicabilityThreshold(card.applicabilityThreshold())
                        .folds(List.of())
                        .pairs(List.of())
                        .curves(Map.of())
                        .build(),
                false);
    }
}
