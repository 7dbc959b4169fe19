/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.net.layer.Dense;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.Adam;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.settings.AlignmentWeights;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stage 3, the Spectral Adaptation Unit: both encoders go on learning together until a laboratory sample and its pixel
 * have like codes. Pulling pairs together alone is satisfied best by one constant code; what stands against that is a
 * matter of {@link AlignmentWeights}, and whether it was enough of {@link CollapseCheck}.
 */
final class AlignmentStage {
    private static final float EPSILON = 1e-5f;

    private final Schedule schedule;
    private final AlignmentWeights weights;
    private final long seed;

    AlignmentStage(Schedule schedule, AlignmentWeights weights, long seed) {
        this.schedule = schedule;
        this.weights = weights;
        this.seed = seed;
    }

    /**
     * Prepared laboratory spectra and reflectances of pairs, row by row.
     *
     * @param laboratory as the encoder is fed with them, one row per pair
     * @param satellite reflectances of the partners, in the same order
     */
    record Couples(Matrix laboratory, Matrix satellite) {
        Couples select(int[] rows) {
            return new Couples(laboratory.select(rows), satellite.select(rows));
        }

        int size() {
            return laboratory.rows();
        }
    }

    /**
     * Learns from pairs.
     *
     * @param training to learn from
     * @param validation to choose the epoch by; the last one counts where there are none
     * @param start both trained autoencoders
     */
    EpochLoop.Outcome train(
            Autoencoder laboratoryNet,
            Autoencoder satelliteNet,
            SpectrumInput satelliteInput,
            Couples training,
            Couples validation,
            Parameters start,
            Progress progress) {
        try (TrainableGraph graph = new TrainableGraph(start)) {
            Placeholder<TFloat32> laboratory = graph.input(laboratoryNet.inputs());
            Placeholder<TFloat32> satellite = graph.input(satelliteInput.bands());
            Operand<TFloat32> pixels = satelliteInput.apply(graph.tf(), satellite);
            List<Operand<TFloat32>> terms = terms(graph, laboratoryNet, laboratory, satelliteNet, pixels);
            Operand<TFloat32> loss = graph.tf().math.addN(terms);
            graph.minimise(loss, new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            @Nullable
            DoubleSupplier check =
                    validation.size() == 0 ? null : () -> graph.scalar(loss, feed(laboratory, satellite, validation));
            return new EpochLoop(schedule, seed, "aligning laboratory and satellite spectra")
                    .run(
                            graph,
                            training.size(),
                            (batch, rate) -> {
                                Couples chosen = training.select(batch);
                                return graph.step(feed(laboratory, satellite, chosen), rate);
                            },
                            check,
                            progress);
        }
    }

    private static Map<Placeholder<TFloat32>, Matrix> feed(
            Placeholder<TFloat32> laboratory, Placeholder<TFloat32> satellite, Couples couples) {
        return Map.of(laboratory, couples.laboratory, satellite, couples.satellite);
    }

    private List<Operand<TFloat32>> terms(
            TrainableGraph graph,
            Autoencoder laboratoryNet,
            Operand<TFloat32> laboratory,
            Autoencoder satelliteNet,
            Operand<TFloat32> satellite) {
        Ops tf = graph.tf();
        Operand<TFloat32> a = laboratoryNet.encode(tf, graph.weights(), laboratory);
        Operand<TFloat32> b = satelliteNet.encode(tf, graph.weights(), satellite);
        List<Operand<TFloat32>> terms = new ArrayList<>();
        if (weights.laboratory() > 0) {
            Operand<TFloat32> rebuilt = laboratoryNet.decode(tf, graph.weights(), a);
            terms.add(times(tf, weights.laboratory(), Losses.meanSquare(tf, rebuilt, laboratory)));
        }
        if (weights.satellite() > 0) {
            Operand<TFloat32> rebuilt = satelliteNet.decode(tf, graph.weights(), b);
            terms.add(times(tf, weights.satellite(), Losses.meanSquare(tf, rebuilt, satellite)));
        }
        Operand<TFloat32> left = weights.standardised() ? Dense.standardise(tf, a, 0, EPSILON) : a;
        Operand<TFloat32> right = weights.standardised() ? Dense.standardise(tf, b, 0, EPSILON) : b;
        if (weights.cosine() > 0) {
            terms.add(times(tf, weights.cosine(), Losses.cosine(tf, left, right)));
        }
        if (weights.contrast() > 0) {
            terms.add(times(tf, weights.contrast(), Losses.contrastive(tf, left, right, weights.temperature())));
        }
        return terms;
    }

    private static Operand<TFloat32> times(Ops tf, float weight, Operand<TFloat32> term) {
        return tf.math.mul(tf.constant(weight), term);
    }
}
