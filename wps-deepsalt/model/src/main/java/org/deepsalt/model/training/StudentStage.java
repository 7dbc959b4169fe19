/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.Progress;
import org.deepsalt.model.net.Dense;
import org.deepsalt.model.net.Dropout;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.Weights;
import org.deepsalt.model.spectra.Matrix;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stage 5: the student learns the logarithm of ECe from satellite codes and covariates, and to think like the teacher:
 * each of its layers, projected to the teacher's width, shall resemble the teacher's, and its answer's distribution
 * shall resemble the teacher's answer.
 */
final class StudentStage {
    private static final float HUBER_DELTA = 1f;

    private final Schedule schedule;
    private final Distillation distillation;
    private final float dropout;
    private final long seed;

    StudentStage(Schedule schedule, Distillation distillation, float dropout, long seed) {
        this.schedule = schedule;
        this.distillation = distillation;
        this.dropout = dropout;
        this.seed = seed;
    }

    /**
     * Learns.
     *
     * @param tokens codes followed by covariates, one row per pixel
     * @param labels natural logarithms of the target, one column
     * @param teacher the teacher's pass over the codes of the same pixels
     * @param training rows to learn from
     * @param validation rows that say when to stop
     */
    EpochLoop.Outcome train(
            Regressor net,
            Matrix tokens,
            Matrix labels,
            Opinion teacher,
            int[] training,
            int[] validation,
            Progress progress) {
        try (Learner learner = new Learner(new Parameters(seed))) {
            Ops tf = learner.tf();
            Placeholder<TFloat32> token = learner.input(tokens.columns());
            Placeholder<TFloat32> label = learner.input(1);
            TeacherInputs taught = new TeacherInputs(learner, teacher);
            Regressor.Pass noisy = net.apply(tf, learner.weights(), token, new Dropout(dropout, seed));
            Regressor.Pass clean = net.apply(tf, learner.weights(), token, Dropout.NONE);
            learner.minimise(
                    loss(tf, learner.weights(), net.size(), noisy, label, taught),
                    new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            Operand<TFloat32> error = Losses.huber(tf, clean.answer().mean(), label, HUBER_DELTA);
            Map<Placeholder<TFloat32>, Matrix> held =
                    Map.of(token, tokens.select(validation), label, labels.select(validation));
            return new EpochLoop(schedule, seed, "student learning from pixels")
                    .run(
                            learner,
                            training.length,
                            (batch, rate) -> {
                                int[] rows = Rows.through(training, batch);
                                Map<Placeholder<TFloat32>, Matrix> data = taught.feed(rows);
                                data.put(token, tokens.select(rows));
                                data.put(label, labels.select(rows));
                                return learner.step(data, rate);
                            },
                            () -> learner.scalar(error, held),
                            progress);
        }
    }

    private Operand<TFloat32> loss(
            Ops tf, Weights weights, int size, Regressor.Pass pass, Operand<TFloat32> label, TeacherInputs taught) {
        Operand<TFloat32> task = tf.math.add(
                Losses.huber(tf, pass.answer().mean(), label, HUBER_DELTA),
                Losses.scaleLikelihood(tf, pass.answer(), label));
        Operand<TFloat32> loss = tf.math.mul(tf.constant(distillation.task()), task);
        if (distillation.feature() > 0) {
            Operand<TFloat32> likeness = feature(tf, weights, size, pass.hidden(), taught);
            loss = tf.math.add(loss, tf.math.mul(tf.constant(distillation.feature()), likeness));
        }
        if (distillation.response() > 0) {
            Operand<TFloat32> divergence = Losses.divergence(tf, taught.answer(), pass.answer());
            loss = tf.math.add(loss, tf.math.mul(tf.constant(distillation.response()), divergence));
        }
        return loss;
    }

    /** Weighted mean over all of the student's layers of their distance from the teacher's. */
    private Operand<TFloat32> feature(
            Ops tf, Weights weights, int size, List<Operand<TFloat32>> hidden, TeacherInputs taught) {
        Operand<TFloat32> sum = tf.constant(0f);
        float total = 0;
        for (int layer = 0; layer < hidden.size(); layer++) {
            int teacherLayer = distillation.teacherLayer(layer);
            Placeholder<TFloat32> wanted = taught.hidden().get(teacherLayer);
            int width = Math.toIntExact(wanted.shape().get(1));
            String name = "projection/" + layer;
            Operand<TFloat32> projected = Dense.layerNorm(
                    tf,
                    weights,
                    name + "/norm",
                    Dense.linear(tf, weights, name, hidden.get(layer), size, width),
                    width);
            float weight = distillation.layers().get(teacherLayer);
            Operand<TFloat32> distance = Losses.huber(tf, projected, wanted, HUBER_DELTA);
            sum = tf.math.add(sum, tf.math.mul(tf.constant(weight), distance));
            total += weight;
        }
        return tf.math.mul(sum, tf.constant(1 / total));
    }

    /** The teacher's opinion as inputs of the student's graph. */
    private static final class TeacherInputs {
        private final Opinion teacher;
        private final List<Placeholder<TFloat32>> hidden = new ArrayList<>();
        private final Placeholder<TFloat32> mean;
        private final Placeholder<TFloat32> scale;

        private TeacherInputs(Learner learner, Opinion teacher) {
            this.teacher = teacher;
            teacher.hidden().forEach(state -> hidden.add(learner.input(state.columns())));
            this.mean = learner.input(1);
            this.scale = learner.input(1);
        }

        private List<Placeholder<TFloat32>> hidden() {
            return hidden;
        }

        private Gaussian answer() {
            return new Gaussian(mean, scale);
        }

        private Map<Placeholder<TFloat32>, Matrix> feed(int[] rows) {
            Map<Placeholder<TFloat32>, Matrix> data = new HashMap<>();
            for (int layer = 0; layer < hidden.size(); layer++) {
                data.put(hidden.get(layer), teacher.hidden().get(layer).select(rows));
            }
            data.put(mean, teacher.mean().select(rows));
            data.put(scale, teacher.scale().select(rows));
            return data;
        }
    }
}
