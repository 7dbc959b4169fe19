/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Map;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Head;
import org.deepsalt.model.net.Losses;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.Adam;
import org.deepsalt.model.training.optimizer.EpochLoop;
import org.deepsalt.model.training.optimizer.Schedule;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.deepsalt.model.training.settings.TeacherSettings;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Stage 4: the teacher learns the target from the codes of laboratory spectra. */
public final class TeacherStage {
    private final Schedule schedule;
    private final float dropout;
    private final long seed;

    public TeacherStage(TeacherSettings settings, long seed) {
        this.schedule = settings.schedule();
        this.dropout = settings.dropout();
        this.seed = seed;
    }

    /**
     * Trains the teacher on codes, one row per laboratory sample.
     *
     * @param labels the target on the head's scale, one column
     * @param scaleTargets the same column with what the scale of the answer is learned from
     * @param training rows to learn from
     * @param validation rows that choose the epoch; the last one counts where there are none
     */
    public EpochLoop.Outcome train(
            Regressor net,
            Matrix codes,
            Matrix labels,
            Matrix scaleTargets,
            int[] training,
            int[] validation,
            Progress progress) {
        try (TrainableGraph graph = new TrainableGraph(new Parameters(seed))) {
            Ops tf = graph.tf();
            Head head = net.head();
            Placeholder<TFloat32> code = graph.input(codes.columns());
            Placeholder<TFloat32> label = graph.input(1);
            Placeholder<TFloat32> scaleTarget = graph.input(1);
            Regressor.Pass noisy = net.apply(tf, graph.weights(), code, new Dropout(dropout, seed));
            Regressor.Pass clean = net.apply(tf, graph.weights(), code, Dropout.NONE);
            Operand<TFloat32> loss = tf.math.add(
                    Losses.meanSquare(tf, head.value(tf, noisy.numbers()), label),
                    head.scaleLoss(tf, noisy.numbers(), scaleTarget));
            graph.minimise(loss, new Adam.Rule(schedule.weightDecay(), schedule.clip()));
            Operand<TFloat32> error = Losses.meanSquare(tf, head.value(tf, clean.numbers()), label);
            Map<Placeholder<TFloat32>, Matrix> held =
                    Map.of(code, codes.select(validation), label, labels.select(validation));
            return new EpochLoop(schedule, seed, "teacher learning from laboratory spectra")
                    .run(
                            graph,
                            training.length,
                            (batch, rate) -> {
                                int[] rows = Rows.through(training, batch);
                                Map<Placeholder<TFloat32>, Matrix> data = Map.of(
                                        code, codes.select(rows),
                                        label, labels.select(rows),
                                        scaleTarget, scaleTargets.select(rows));
                                return graph.step(data, rate);
                            },
                            validation.length == 0 ? null : () -> graph.scalar(error, held),
                            progress);
        }
    }
}
