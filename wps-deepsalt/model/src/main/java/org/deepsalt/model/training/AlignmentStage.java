/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.Map;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Dense;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.spectra.Matrix;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stage 3, the Spectral Adaptation Unit: both encoders go on learning together until a laboratory sample and its pixel
 * have like codes. Pulling pairs together alone is satisfied best by one constant code; three things stand against
 * that: both decoders must still rebuild their spectra, cosines are taken of codes standardised within the batch, and a
 * contrastive term pushes samples that are no pair apart. A collapse that happens all the same ends the training.
 */
final class AlignmentStage {
    private static final float EPSILON = 1e-5f;
    private static final double LEAST_VARIATION = 1e-4;

    private final Schedule schedule;
    private final AlignmentWeights weights;
    private final long seed;

    AlignmentStage(Schedule schedule, AlignmentWeights weights, long seed) {
        this.schedule = schedule;
        this.weights = weights;
        this.seed = seed;
    }

    /**
     * Learns from pairs.
     *
     * @param laboratory scaled spectra, one row per pair
     * @param satellite scaled spectra of the partners, in the same order
     * @param start both trained autoencoders
     */
    EpochLoop.Outcome train(
            Autoencoder laboratoryNet,
            Matrix laboratory,
            Autoencoder satelliteNet,
            Matrix satellite,
            Parameters start,
            Progress progress) {
        try (Learner learner = new Learner(start)) {
            Ops tf = learner.tf();
            Placeholder<TFloat32> a = learner.input(laboratoryNet.inputs());
            Placeholder<TFloat32> b = learner.input(satelliteNet.inputs());
            Operand<TFloat32> codeA = laboratoryNet.encode(tf, learner.weights(), a);
            Operand<TFloat32> codeB = satelliteNet.encode(tf, learner.weights(), b);
            Operand<TFloat32> rebuilding = tf.math.add(
                    Losses.meanSquare(tf, laboratoryNet.decode(tf, learner.weights(), codeA), a),
                    Losses.meanSquare(tf, satelliteNet.decode(tf, learner.weights(), codeB), b));
            Operand<TFloat32> standardA = Dense.standardise(tf, codeA, 0, EPSILON);
            Operand<TFloat32> standardB = Dense.standardise(tf, codeB, 0, EPSILON);
            Operand<TFloat32> pull =
                    tf.math.mul(tf.constant(weights.cosine()), Losses.cosine(tf, standardA, standardB));
            Operand<TFloat32> push = tf.math.mul(
                    tf.constant(weights.contrast()),
                    Losses.contrastive(tf, standardA, standardB, weights.temperature()));
            Operand<TFloat32> loss = tf.math.add(rebuilding, tf.math.add(pull, push));
            learner.minimise(loss, new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            EpochLoop.Outcome outcome = new EpochLoop(schedule, seed, "aligning laboratory and satellite spectra")
                    .run(
                            learner,
                            laboratory.rows(),
                            (batch, rate) ->
                                    learner.step(Map.of(a, laboratory.select(batch), b, satellite.select(batch)), rate),
                            null,
                            progress);
            requireVariation("laboratory", learner.run(codeA, Map.of(a, laboratory)));
            requireVariation("satellite", learner.run(codeB, Map.of(b, satellite)));
            return outcome;
        }
    }

    /** Refuses codes that no longer tell samples apart: their variance is next to nothing beside their mean square. */
    static void requireVariation(String domain, Matrix codes) {
        double variance = 0;
        double meanSquare = 0;
        for (int column = 0; column < codes.columns(); column++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < codes.rows(); row++) {
                double value = codes.get(row, column);
                sum += value;
                squares += value * value;
            }
            double mean = sum / codes.rows();
            variance += squares / codes.rows() - mean * mean;
            meanSquare += squares / codes.rows();
        }
        if (!(variance > LEAST_VARIATION * meanSquare)) {
            throw new DeepSaltException("the alignment collapsed: all " + domain
                    + " spectra have the same code; give the contrastive term more weight or use more pairs");
        }
    }
}
