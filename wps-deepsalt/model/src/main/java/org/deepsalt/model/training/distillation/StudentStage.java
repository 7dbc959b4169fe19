/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Dense;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.FrozenWeights;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.net.layer.Weights;
import org.deepsalt.model.training.encoder.SceneAugmentation;
import org.deepsalt.model.training.optimizer.Adam;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.settings.DistillationWeights;
import org.deepsalt.model.training.settings.FineTuning;
import org.deepsalt.model.training.settings.SceneVariation;
import org.deepsalt.model.training.settings.StudentSettings;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Stage 5: the student learns the target from satellite spectra and covariates, and to imitate the teacher: each of
 * its layers, projected to the teacher's width, shall resemble the teacher's, and its answer's distribution shall
 * resemble the teacher's answer. The aligned encoder learns on with it, or stays as it was, see {@link FineTuning}.
 */
public final class StudentStage {
    private static final float HUBER_DELTA = 1f;

    private final Schedule schedule;
    private final DistillationWeights distillation;
    private final FineTuning tuning;
    private final float dropout;
    private final long seed;

    private StudentStage(
            Schedule schedule, DistillationWeights distillation, FineTuning tuning, float dropout, long seed) {
        this.schedule = schedule;
        this.distillation = distillation;
        this.tuning = tuning;
        this.dropout = dropout;
        this.seed = seed;
    }

    /** The stage for a student that learns from labels and the teacher. */
    public static StudentStage learning(StudentSettings settings, long seed) {
        return new StudentStage(
                settings.schedule(), settings.distillation(), settings.tuning(), settings.dropout(), seed);
    }

    /**
     * A student that learns the output of others, and nothing else. It is asked for no more than to repeat it: nothing
     * is varied or dropped, since that is what the others have become steady by.
     */
    static StudentStage imitating(StudentSettings settings, long seed) {
        FineTuning still = new FineTuning(settings.tuning().encoderRate(), SceneVariation.NONE, 0);
        return new StudentStage(settings.schedule(), DistillationWeights.NONE, still, 0, seed);
    }

    /**
     * Trains a student, and its encoder where that learns on, by the terms of the distillation.
     *
     * @param net the way from a pixel to its answer
     * @param aligned parameters of the encoder
     * @param augmentation of the pixels that are learned from
     * @param dataset all rows
     * @param teacher the teacher's pass over the codes of the same pixels
     * @param training what to learn from
     * @param validation rows that say when to stop; none if the schedule ends by itself
     * @return parameters of the student, and of the encoder if it learned on
     */
    EpochLoop.Outcome train(
            StudentNet net,
            Parameters aligned,
            SceneAugmentation augmentation,
            StudentDataset dataset,
            RegressorOutput teacher,
            EpochSampler training,
            int[] validation,
            Progress progress) {
        boolean tuned = tuning.encoderRate() > 0;
        Parameters start = new Parameters(seed);
        if (tuned) {
            start.putAll(aligned.startingWith(net.encoder().domain() + "/encoder/"));
        }
        try (TrainableGraph graph = new TrainableGraph(start)) {
            Ops tf = graph.tf();
            Weights ofEncoder = tuned ? graph.weights() : new FrozenWeights(tf, aligned);
            Inputs inputs = Inputs.of(graph, dataset);
            TeacherInputs teacherInputs = new TeacherInputs(graph, teacher);
            Operand<TFloat32> shown = augmentation.apply(tf, inputs.reflectance);
            Regressor.Pass noisy = pass(graph, net, ofEncoder, shown, inputs, new Dropout(dropout, seed));
            graph.minimise(
                    loss(tf, graph.weights(), net.regressor(), noisy, inputs, teacherInputs),
                    new Adam.Rule(
                            schedule.weightDecay(),
                            schedule.clip(),
                            Map.of(net.encoder().domain() + "/", tuning.encoderRate())));
            Regressor.Pass clean = pass(graph, net, ofEncoder, inputs.reflectance, inputs, Dropout.NONE);
            Operand<TFloat32> value = net.regressor().head().value(tf, clean.numbers());
            Operand<TFloat32> error = Losses.huber(tf, value, inputs.label, HUBER_DELTA);
            Map<Placeholder<TFloat32>, Matrix> held = inputs.feed(dataset, validation);
            CovariateDropout dropped = new CovariateDropout(tuning.droppedCovariates());
            Random random = new Random(seed);
            return new EpochLoop(schedule, seed, "student learning from pixels")
                    .run(
                            graph,
                            training.count(),
                            (batch, rate) -> {
                                int[] rows = training.draw(batch);
                                Map<Placeholder<TFloat32>, Matrix> data = inputs.feed(dataset, rows);
                                data.putAll(teacherInputs.feed(rows));
                                data.computeIfPresent(
                                        inputs.covariates, (key, values) -> dropped.apply(values, random));
                                return graph.step(data, rate);
                            },
                            validation.length == 0 ? null : () -> graph.scalar(error, held),
                            progress);
        }
    }

    private static Regressor.Pass pass(
            TrainableGraph graph,
            StudentNet net,
            Weights ofEncoder,
            Operand<TFloat32> reflectance,
            Inputs inputs,
            Dropout dropout) {
        Ops tf = graph.tf();
        Operand<TFloat32> code = net.code(tf, ofEncoder, reflectance);
        return net.regressor().apply(tf, graph.weights(), net.token(tf, code, inputs.covariates), dropout);
    }

    /** What the student's graph is fed with: a pixel, and what mean and scale of its answer are learned from. */
    private record Inputs(
            Placeholder<TFloat32> reflectance,
            Placeholder<TFloat32> covariates,
            Placeholder<TFloat32> label,
            Placeholder<TFloat32> scaleTarget) {

        private static Inputs of(TrainableGraph graph, StudentDataset dataset) {
            return new Inputs(
                    graph.input(dataset.reflectance().columns()),
                    graph.input(dataset.covariates().columns()),
                    graph.input(1),
                    graph.input(1));
        }

        private Map<Placeholder<TFloat32>, Matrix> feed(StudentDataset dataset, int[] rows) {
            Map<Placeholder<TFloat32>, Matrix> data = new HashMap<>();
            data.put(reflectance, dataset.reflectance().select(rows));
            data.put(covariates, dataset.covariates().select(rows));
            data.put(label, dataset.labels().select(rows));
            data.put(scaleTarget, dataset.scaleTargets().select(rows));
            return data;
        }
    }

    private Operand<TFloat32> loss(
            Ops tf, Weights weights, Regressor net, Regressor.Pass pass, Inputs targets, TeacherInputs teacherInputs) {
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

    /** The teacher's output as inputs of the student's graph. */
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
            if (teacher.numbers().rows() > 0) {
                data.put(numbers, teacher.numbers().select(rows));
            }
            return data;
        }
    }
}
