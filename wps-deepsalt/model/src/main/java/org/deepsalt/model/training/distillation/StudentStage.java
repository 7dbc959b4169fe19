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
 * Stage 5: the student learns the target from satellite codes and covariates, with distillation from the teacher: each
 * of its layers, projected to the teacher's width, is pulled towards the teacher's, and the distribution that it
 * predicts towards the one that the teacher predicts.
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
     * Trains a student by the schedule of stage 5.
     *
     * @param dataset all rows
     * @param teacher the teacher's pass over the codes of the same pixels
     * @param training what to learn from
     * @param validation rows that say when to stop
     */
    EpochLoop.Outcome train(
            Regressor net,
            StudentDataset dataset,
            RegressorOutput teacher,
            EpochSampler training,
            int[] validation,
            Progress progress) {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(seed))) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> token = graph.input(dataset.tokens().columns());
            Placeholder<TFloat32> label = graph.input(1);
            Placeholder<TFloat32> scaleTarget = graph.input(1);
            TeacherInputs teacherInputs = new TeacherInputs(graph, teacher);
            Regressor.Pass noisy = net.apply(tf, graph.weights(), token, new Dropout(dropout, seed));
            Regressor.Pass clean = net.apply(tf, graph.weights(), token, Dropout.NONE);
            graph.minimise(
                    loss(tf, graph.weights(), net, noisy, new Targets(label, scaleTarget), teacherInputs),
                    new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            Operand<TFloat32> error = Losses.huber(tf, net.head().value(tf, clean.numbers()), label, HUBER_DELTA);
            Map<Placeholder<TFloat32>, Matrix> held = Map.of(
                    token,
                    dataset.tokens().select(validation),
                    label,
                    dataset.labels().select(validation));
            return new EpochLoop(schedule, seed, "student learning from pixels")
                    .run(
                            graph,
                            training.count(),
                            (batch, rate) -> {
                                int[] rows = training.draw(batch);
                                Map<Placeholder<TFloat32>, Matrix> data = teacherInputs.feed(rows);
                                data.put(token, dataset.tokens().select(rows));
                                data.put(label, dataset.labels().select(rows));
                                data.put(scaleTarget, dataset.scaleTargets().select(rows));
                                return graph.step(data, rate);
                            },
                            () -> graph.scalar(error, held),
                            progress);
        }
    }

    /** What mean and scale of an answer are learned from, one column each. */
    private record Targets(Operand<TFloat32> label, Operand<TFloat32> scaleTarget) {}

    private Operand<TFloat32> loss(
            Ops tf, Weights weights, Regressor net, Regressor.Pass pass, Targets targets, TeacherInputs teacherInputs) {
        Head head = net.head();
        Operand<TFloat32> task = tf.math.add(
                Losses.huber(tf, head.value(tf, pass.numbers()), targets.label(), HUBER_DELTA),
                head.scaleLoss(tf, pass.numbers(), targets.scaleTarget()));
        Operand<TFloat32> loss = tf.math.mul(tf.constant(distillation.task()), task);
        if (distillation.feature() > 0) {
            Operand<TFloat32> likeness = feature(tf, weights, net.size(), pass.hidden(), teacherInputs.hidden());
            loss = tf.math.add(loss, tf.math.mul(tf.constant(distillation.feature()), likeness));
        }
        if (distillation.response() > 0) {
            Operand<TFloat32> divergence = head.divergence(tf, teacherInputs.numbers(), pass.numbers());
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

    /** The teacher's output as placeholders of the student's graph. */
    private static final class TeacherInputs {
        private final RegressorOutput teacher;
        private final List<Placeholder<TFloat32>> hidden = new ArrayList<>();
        private final Placeholder<TFloat32> numbers;

        private TeacherInputs(TrainableGraph graph, RegressorOutput teacher) {
            this.teacher = teacher;
            teacher.hidden().forEach(state -> hidden.add(graph.input(state.columns())));
            this.numbers = graph.input(teacher.numbers().columns());
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
