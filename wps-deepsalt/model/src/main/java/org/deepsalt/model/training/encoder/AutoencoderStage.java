/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.Map;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.SpectrumInput;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.Adam;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stage 2: an autoencoder learns one domain's spectra by rebuilding them from 64 numbers. Of spectra that are varied it
 * rebuilds what they were before (denoising autoencoder, Vincent 2008). No labels are needed.
 */
final class AutoencoderStage {
    private static final float WANTED_ACTIVATION = 0.05f;

    private final Schedule schedule;
    private final float sparsity;
    private final long seed;

    AutoencoderStage(Schedule schedule, float sparsity, long seed) {
        this.schedule = schedule;
        this.sparsity = sparsity;
        this.seed = seed;
    }

    /** Trains an autoencoder on spectra, one per row. */
    EpochLoop.Outcome train(
            Autoencoder net, SpectrumInput input, SceneAugmentation augmentation, Matrix spectra, Progress progress) {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(seed))) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> raw = graph.input(spectra.columns());
            Operand<TFloat32> codes = net.encode(tf, graph.weights(), input.apply(tf, augmentation.apply(tf, raw)));
            Operand<TFloat32> rebuilt = net.decode(tf, graph.weights(), codes);
            Operand<TFloat32> loss = Losses.meanSquare(tf, rebuilt, input.apply(tf, raw));
            if (sparsity > 0) {
                Operand<TFloat32> penalty = Losses.sparsity(tf, codes, WANTED_ACTIVATION);
                loss = tf.math.add(loss, tf.math.mul(tf.constant(sparsity), penalty));
            }
            graph.minimise(loss, new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            return new EpochLoop(schedule, seed, "learning the spectra of " + net.domain())
                    .run(
                            graph,
                            spectra.rows(),
                            (batch, rate) -> graph.step(Map.of(raw, spectra.select(batch)), rate),
                            null,
                            progress);
        }
    }
}
