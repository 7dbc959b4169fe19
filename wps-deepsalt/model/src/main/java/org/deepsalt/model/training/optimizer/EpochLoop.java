/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.layer.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Passes over shuffled batches until the schedule ends or the validation loss stops falling; keeps the parameters of
 * the best epoch. The order of the rows follows from the seed.
 */
public final class EpochLoop {
    private static final float SLOWER = 0.1f;
    /** Times the loss of the first pass; a loss that has grown so much does not come back. */
    private static final double DIVERGED = 1000;

    private final Schedule schedule;
    private final long seed;
    private final String task;

    /**
     * Parameters of the best epoch, and the losses of all.
     *
     * @param parameters of the best epoch, or of the last one where there was no validation
     * @param curve one entry per epoch: training loss, validation loss (NaN without validation)
     */
    public record Outcome(Parameters parameters, List<double[]> curve) {}

    public EpochLoop(Schedule schedule, long seed, String task) {
        this.schedule = schedule;
        this.seed = seed;
        this.task = task;
    }

    /**
     * Trains a graph until the schedule ends.
     *
     * @param rows number of training rows
     * @param step learns from the rows of one batch at a learning rate and returns the loss
     * @param validation loss on rows that are not learned from; null for none
     */
    public Outcome run(
            TrainableGraph graph, int rows, Step step, @Nullable DoubleSupplier validation, Progress progress) {
        Random random = new Random(seed);
        int[] order = Rows.range(0, rows);
        List<double[]> curve = new ArrayList<>();
        @Nullable Parameters best = null;
        double lowest = Double.POSITIVE_INFINITY;
        int since = 0;
        int waiting = 0;
        float rate = schedule.learningRate();
        for (int epoch = 0; epoch < schedule.epochs(); epoch++) {
            order = Rows.shuffled(order, random);
            double loss = pass(order, step, rate, epoch, progress);
            double checked = validation == null ? Double.NaN : validation.getAsDouble();
            curve.add(new double[] {loss, checked});
            requireSound(curve, validation != null);
            if (checked < lowest) {
                lowest = checked;
                since = 0;
                waiting = 0;
                best = graph.learned();
            } else if (validation != null) {
                since++;
                waiting++;
            }
            if (schedule.plateau() > 0 && waiting > schedule.plateau()) {
                rate *= SLOWER;
                waiting = 0;
            }
            if (schedule.patience() > 0 && since >= schedule.patience()) {
                break;
            }
        }
        return new Outcome(best == null ? graph.learned() : best, curve);
    }

    private void requireSound(List<double[]> curve, boolean validated) {
        double[] last = curve.get(curve.size() - 1);
        double bound = DIVERGED * Math.max(1, Math.abs(curve.get(0)[0]));
        boolean sound = Math.abs(last[0]) <= bound && (!validated || Math.abs(last[1]) <= Float.MAX_VALUE);
        if (!sound) {
            throw new DeepSaltException(task + " diverged: after epoch " + curve.size() + " the loss is " + last[0]
                    + (validated ? ", on validation data " + last[1] : "") + ", after the first it was "
                    + curve.get(0)[0] + "; lower the learning rate or check the data for absurd values");
        }
    }

    /** Makes one step of the optimiser on some rows. */
    public interface Step {
        float learn(int[] batch, float learningRate);
    }

    private double pass(int[] order, Step step, float rate, int epoch, Progress progress) {
        int size = Math.min(schedule.batch(), order.length);
        int batches = schedule.wholeBatches() ? order.length / size : (order.length + size - 1) / size;
        double sum = 0;
        for (int i = 0; i < batches; i++) {
            double done = (epoch + (double) i / batches) / schedule.epochs();
            progress.report(done, task + ", epoch " + (epoch + 1) + " of at most " + schedule.epochs());
            sum += step.learn(
                    Arrays.copyOfRange(order, i * size, Math.min(order.length, (i + 1) * size)),
                    schedule.rate(rate, done));
        }
        return sum / batches;
    }
}
