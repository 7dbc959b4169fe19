/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.encoder;

import java.util.Map;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Dense;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Weights;
import org.deepsalt.model.training.optimizer.Adam;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Stage 2: an autoencoder learns one domain's spectra by rebuilding them from 64 numbers. No labels are needed. */
final class AutoencoderStage {
    private static final float WANTED_ACTIVATION = 0.05f;

    private final Schedule schedule;
    private final float sparsity;
    private final float shapeWeight;
    private final long seed;

    AutoencoderStage(Schedule schedule, float sparsity, float shapeWeight, long seed) {
        this.schedule = schedule;
        this.sparsity = sparsity;
        this.shapeWeight = shapeWeight;
        this.seed = seed;
    }

    /**
     * Trains an autoencoder on spectra scaled to [0, 1].
     *
     * @param shapes scores of the spectral shape that the codes shall predict, one row per spectrum; without columns
     *     for none
     */
    EpochLoop.Outcome train(Autoencoder net, Matrix scaled, Matrix shapes, Progress progress) {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(seed))) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> spectra = graph.input(net.inputs());
            Operand<TFloat32> codes = net.encode(tf, graph.weights(), spectra);
            Operand<TFloat32> rebuilt = net.decode(tf, graph.weights(), codes);
            Operand<TFloat32> loss = Losses.meanSquare(tf, rebuilt, spectra);
            if (sparsity > 0) {
                Operand<TFloat32> penalty = Losses.sparsity(tf, codes, WANTED_ACTIVATION);
                loss = tf.math.add(loss, tf.math.mul(tf.constant(sparsity), penalty));
            }
            Placeholder<TFloat32> shape = graph.input(shapes.columns());
            if (shapes.columns() > 0) {
                loss = tf.math.add(loss, shapeLoss(tf, graph.weights(), net, codes, shape, shapeWeight));
            }
            graph.minimise(loss, new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            return new EpochLoop(schedule, seed, "learning the spectra of " + net.domain())
                    .run(
                            graph,
                            scaled.rows(),
                            (batch, rate) -> graph.step(
                                    Map.of(spectra, scaled.select(batch), shape, shapes.select(batch)), rate),
                            null,
                            progress);
        }
    }

    /**
     * Mean squared error of the shape scores, predicted from the codes by one linear layer that is learned with them.
     */
    static Operand<TFloat32> shapeLoss(
            Ops tf,
            Weights weights,
            Autoencoder net,
            Operand<TFloat32> codes,
            Placeholder<TFloat32> shape,
            float weight) {
        int scores = Math.toIntExact(shape.shape().get(1));
        Operand<TFloat32> told = Dense.linear(tf, weights, net.domain() + "/shape", codes, net.codeSize(), scores);
        return tf.math.mul(tf.constant(weight), Losses.meanSquare(tf, told, shape));
    }
}
