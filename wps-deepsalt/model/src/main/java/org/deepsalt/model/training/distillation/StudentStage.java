/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Dense;
import org.deepsalt.model.net.Dropout;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.Weights;
import org.deepsalt.model.training.optimizer.Adam;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.settings.DistillationWeights;
import org.deepsalt.model.training.settings.StudentSettings;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stage 5: the student learns the target from satellite codes and covariates, and to think like the teacher:
 * each of its layers, projected to the teacher's width, shall resemble the teacher's, and its answer's distribution
 * shall resemble the teacher's answer.
 */
public final class StudentStage {
    private static final float HUBER_DELTA = 1f;

    private final Schedule schedule;
    private final DistillationWeights distillation;
    private final float dropout;
    private final long seed;

    public StudentStage(StudentSettings settings, long seed) {
        this.schedule = settings.schedule();
        this.distillation = settings.distillation();
        this.dropout = settings.dropout();
        this.seed = seed;
    }

    /**
     * Learns.
     *
     * @param lessons all rows
     * @param teacher the teacher's pass over the codes of the same pixels
     * @param training what to learn from
     * @param validation rows that say when to stop
     */
    EpochLoop.Outcome train(
            Regressor net,
            StudentDataset lessons,
            RegressorOutput teacher,
            EpochSampler training,
            int[] validation,
            Progress progress) {
        try (TrainableGraph learner = new TrainableGraph(new Parameters(seed))) {
            Ops tf = learner.tf();
            Placeholder<TFloat32> token = learner.input(lessons.tokens().columns());
            Placeholder<TFloat32> label = learner.input(1);
            Placeholder<TFloat32> witness = learner.input(1);
            TeacherInputs taught = new TeacherInputs(learner, teacher);
            Regressor.Pass noisy = net.apply(tf, learner.weights(), token, new Dropout(dropout, seed));
            Regressor.Pass clean = net.apply(tf, learner.weights(), token, Dropout.NONE);
            learner.minimise(
                    loss(tf, learner.weights(), net, noisy, new Targets(label, witness), taught),
                    new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            Operand<TFloat32> error = Losses.huber(tf, net.head().value(tf, clean.numbers()), label, HUBER_DELTA);
            Map<Placeholder<TFloat32>, Matrix> held = Map.of(
                    token,
                    lessons.tokens().select(validation),
                    label,
                    lessons.labels().select(validation));
            return new EpochLoop(schedule, seed, "student learning from pixels")
                    .run(
                            learner,
                            training.count(),
                            (batch, rate) -> {
                                int[] rows = training.draw(batch);
                                Map<Placeholder<TFloat32>, Matrix> data = taught.feed(rows);
                                data.put(token, lessons.tokens().select(rows));
                                data.put(label, lessons.labels().select(rows));
                                data.put(witness, lessons.witnesses().select(rows));
                                return learner.step(data, rate);
                            },
                            () -> learner.scalar(error, held),
                            progress);
        }
    }

    /** What mean and scale of an answer are learned from, one column each. */
    private record Targets(Operand<TFloat32> label, Operand<TFloat32> witness) {}

    private Operand<TFloat32> loss(
            Ops tf, Weights weights, Regressor net, Regressor.Pass pass, Targets targets, TeacherInputs taught) {
        Head head = net.head();
        Operand<TFloat32> task = tf.math.add(
                Losses.huber(tf, head.value(tf, pass.numbers()), targets.label(), HUBER_DELTA),
                head.doubt(tf, pass.numbers(), targets.witness()));
        Operand<TFloat32> loss = tf.math.mul(tf.constant(distillation.task()), task);
        if (distillation.feature() > 0) {
            Operand<TFloat32> likeness = feature(tf, weights, net.size(), pass.hidden(), taught.hidden());
            loss = tf.math.add(loss, tf.math.mul(tf.constant(distillation.feature()), likeness));
        }
        if (distillation.response() > 0) {
            Operand<TFloat32> divergence = head.divergence(tf, taught.numbers(), pass.numbers());
            loss = tf.math.add(loss, tf.math.mul(tf.constant(distillation.response()), divergence));
        }
        return loss;
    }

    /** Weighted mean over all of the student's layers of their distance from the teacher's. */
    public Operand<TFloat32> feature(
            Ops tf, Weights weights, int size, List<Operand<TFloat32>> hidden, List<Placeholder<TFloat32>> teacher) {
        Operand<TFloat32> sum = tf.constant(0f);
        float total = 0;
        for (int layer = 0; layer < hidden.size(); layer++) {
            int teacherLayer = distillation.teacherLayer(layer);
            Placeholder<TFloat32> wanted = teacher.get(teacherLayer);
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
        private final RegressorOutput teacher;
        private final List<Placeholder<TFloat32>> hidden = new ArrayList<>();
        private final Placeholder<TFloat32> numbers;

        private TeacherInputs(TrainableGraph learner, RegressorOutput teacher) {
            this.teacher = teacher;
            teacher.hidden().forEach(state -> hidden.add(learner.input(state.columns())));
            this.numbers = learner.input(teacher.numbers().columns());
        }

        private List<Placeholder<TFloat32>> hidden() {
            return hidden;
        }

        private Placeholder<TFloat32> numbers() {
            return numbers;
        }

        private Map<Placeholder<TFloat32>, Matrix> feed(int[] rows) {
            Map<Placeholder<TFloat32>, Matrix> data = new HashMap<>();
            for (int layer = 0; layer < hidden.size(); layer++) {
                data.put(hidden.get(layer), teacher.hidden().get(layer).select(rows));
            }
            data.put(numbers, teacher.numbers().select(rows));
            return data;
        }
    }
}
