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
 * What support vectors say to a committee of students. They learned from the same labels, but look at spectra another
 * way: two methods that err in different places are together better than either of them, and how far to follow whom is
 * seen from pixels that neither had learned from (Wolpert 1992: stacked generalisation).
 *
 * <p>Their settings and their share are chosen on all of these pixels, fold against fold: errors on the folds left out
 * flatter a little, and so do intervals that are calibrated by them. Test pixels take no part.
 *
 * @param share what their word counts, 0 to 1; the students' counts the rest
 * @param held their answers for the labelled pixels, each by an adviser who had not learned it, fold after fold
 * @param experienced from pixels to logarithms of the target, by one who learned from all of them
 */
record StackedSvr(double share, float[] held, Function<Pixels, double[]> experienced) {
    /** Never all: what laboratory spectra tell comes through the students. */
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75};

    private static final double TUNING = 0.8;
    private static final String TASK = "support vectors learning from pixels";

    /** None at all. */
    static StackedSvr none(int held) {
        return new StackedSvr(0, new float[held], pixels -> new double[pixels.size()]);
    }

    /**
     * Lets advisers learn.
     *
     * @param table of the labelled pixels that are learned from, and the weak ones
     * @param folds positions in that table
     * @param students their answers, fold after fold
     */
    static StackedSvr learn(TrainingTable table, List<int[]> folds, HeldOut students, long seed, Progress progress) {
        TunedMethod tuned = Baselines.adviser()
                .tune(table, seed, (fraction, task) -> progress.report(TUNING * Math.min(1, fraction), TASK));
        int[] all = IntStream.range(0, table.labelled().size()).toArray();
        float[] held = new float[students.size()];
        int filled = 0;
        for (int[] fold : folds) {
            int[] left = fold.clone();
            Arrays.sort(left);
            int[] others = IntStream.of(all)
                    .filter(row -> Arrays.binarySearch(left, row) < 0)
                    .toArray();
            progress.report(TUNING + (1 - TUNING) * filled / held.length, TASK);
            for (double log : tuned.learn(others, Progress.SILENT)
                    .apply(table.labelled().pixels().select(fold))) {
                held[filled++] = (float) log;
            }
        }
        return new StackedSvr(share(students, held), held, tuned.learn(all, Progress.SILENT));
    }

    /** The share with which both together err least, in the unit of the target. */
    static double share(HeldOut students, float[] held) {
        double best = SHARES[0];
        double least = Double.POSITIVE_INFINITY;
        for (double share : SHARES) {
            double error = 0;
            for (int i = 0; i < held.length; i++) {
                error += Math.abs(
                        Math.exp(between(students.mean()[i], held[i], share)) - Math.exp(students.observed()[i]));
            }
            if (error < least) {
                least = error;
                best = share;
            }
        }
        return best;
    }

    /** The students' answers moved towards the advice; their doubt stays. */
    HeldOut joined(HeldOut students) {
        return new HeldOut(
                students.observed(), between(students.mean(), held), students.scale(), students.dissimilarity());
    }

    /** Logarithms that are expected of pixels without a label. */
    float[] of(Pixels pixels) {
        double[] logs = experienced.apply(pixels);
        float[] word = new float[logs.length];
        for (int i = 0; i < word.length; i++) {
            word[i] = (float) logs[i];
        }
        return word;
    }

    /** A student's opinion moved towards the advice on the same pixels; its doubt stays. */
    RegressorOutput joined(RegressorOutput student, float[] word) {
        Matrix mean = new Matrix(word.length, 1, between(student.mean().values(), word));
        return new RegressorOutput(student.hidden(), student.numbers(), mean, student.scale());
    }

    private float[] between(float[] students, float[] advisers) {
        float[] between = new float[students.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = between(students[i], advisers[i], share);
        }
        return between;
    }

    private static float between(float student, float adviser, double share) {
        return (float) ((1 - share) * student + share * adviser);
    }
}
