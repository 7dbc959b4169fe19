/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.Baselines;
import org.deepsalt.model.baselines.TunedMethod;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Pixels;

/**
 * Support vector regression stacked with an ensemble of students. It is fitted on the same labels, but sees the spectra
 * another way: two methods that err at different pixels are together better than either of them, and their weights
 * follow from the errors at pixels that neither was fitted on (Wolpert 1992: stacked generalisation).
 *
 * <p>The settings and the weight of the regression are chosen on all of these pixels, fold against fold: errors on the
 * folds left out flatter a little, and so do intervals that are calibrated by them. Test pixels take no part.
 *
 * @param weight of the support vectors' predictions, 0 to 1; the students' have the rest
 * @param heldOut predictions of the labelled pixels' logarithms, each by a regression that was not fitted on that
 *     pixel, fold after fold
 * @param regression from pixels to natural logarithms of the target, fitted on all of them
 */
record StackedSvr(double weight, float[] heldOut, Function<Pixels, double[]> regression) {
    /** Never 1: what laboratory spectra add comes through the students. */
    private static final double[] WEIGHTS = {0, 0.25, 0.5, 0.75};

    private static final double TUNING = 0.8;
    private static final String TASK = "support vectors learning from pixels";

    /** Stacking with weight 0, which leaves the students' predictions as they are. */
    static StackedSvr none(int rows) {
        return new StackedSvr(0, new float[rows], pixels -> new double[pixels.size()]);
    }

    /**
     * Tunes and fits the support vectors, once without each fold and once on all rows.
     *
     * @param table of the labelled pixels that are learned from, and the weak ones
     * @param folds positions in that table
     * @param students predictions of the ensemble's members, fold after fold
     */
    static StackedSvr fit(TrainingTable table, List<int[]> folds, HeldOut students, long seed, Progress progress) {
        TunedMethod tuned = Baselines.stackedSvr()
                .tune(table, seed, (fraction, task) -> progress.report(TUNING * Math.min(1, fraction), TASK));
        int[] all = IntStream.range(0, table.labelled().size()).toArray();
        float[] heldOut = new float[students.size()];
        int filled = 0;
        for (int[] fold : folds) {
            int[] left = fold.clone();
            Arrays.sort(left);
            int[] others = IntStream.of(all)
                    .filter(row -> Arrays.binarySearch(left, row) < 0)
                    .toArray();
            progress.report(TUNING + (1 - TUNING) * filled / heldOut.length, TASK);
            for (double log : tuned.learn(others, Progress.SILENT)
                    .apply(table.labelled().pixels().select(fold))) {
                heldOut[filled++] = (float) log;
            }
        }
        return new StackedSvr(weight(students, heldOut), heldOut, tuned.learn(all, Progress.SILENT));
    }

    /** The weight with which both together have the least mean absolute error, in the unit of the target. */
    static double weight(HeldOut students, float[] heldOut) {
        double best = WEIGHTS[0];
        double least = Double.POSITIVE_INFINITY;
        for (double weight : WEIGHTS) {
            double error = 0;
            for (int i = 0; i < heldOut.length; i++) {
                error += Math.abs(
                        Math.exp(between(students.mean()[i], heldOut[i], weight)) - Math.exp(students.observed()[i]));
            }
            if (error < least) {
                least = error;
                best = weight;
            }
        }
        return best;
    }

    /** Held-out predictions of the students, stacked with those of the support vectors; their scale stays. */
    HeldOut stacked(HeldOut students) {
        return new HeldOut(
                students.observed(), between(students.mean(), heldOut), students.scale(), students.dissimilarity());
    }

    /** Natural logarithms of the target at pixels without a label, one per pixel. */
    float[] predict(Pixels pixels) {
        double[] logs = regression.apply(pixels);
        float[] predicted = new float[logs.length];
        for (int i = 0; i < predicted.length; i++) {
            predicted[i] = (float) logs[i];
        }
        return predicted;
    }

    /** A student's output stacked with predictions of the same pixels; its scale stays. */
    RegressorOutput stacked(RegressorOutput student, float[] predicted) {
        Matrix mean = new Matrix(predicted.length, 1, between(student.mean().values(), predicted));
        return new RegressorOutput(student.hidden(), student.numbers(), mean, student.scale());
    }

    private float[] between(float[] students, float[] supportVectors) {
        float[] between = new float[students.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = between(students[i], supportVectors[i], weight);
        }
        return between;
    }

    private static float between(float student, float supportVectors, double weight) {
        return (float) ((1 - weight) * student + weight * supportVectors);
    }
}
