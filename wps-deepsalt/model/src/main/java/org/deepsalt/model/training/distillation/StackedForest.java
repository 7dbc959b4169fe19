/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.Baselines;
import org.deepsalt.model.baselines.TunedMethod;
import org.deepsalt.model.baselines.data.TrainingTable;
import org.deepsalt.model.estimator.HeldOut;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.pixels.Coordinates;
import org.deepsalt.model.pixels.Pixels;

/**
 * A random forest beside the nets of an ensemble. It learns from the same labels and pairs, and remembers what the
 * covariates say of a place better than nets do that must do without any covariate; where laboratory samples lie
 * densely, that is worth much. How much its answer counts is seen from labelled pixels that neither had learned from
 * (stacked generalisation, Wolpert 1992), and it counts less the farther a pixel's covariates are from all that were
 * learned from: a forest knows nothing of other climates.
 *
 * <p>Choosing the share on the pixels that calibrate the intervals flatters them a little; it is one number of four.
 */
final class StackedForest {
    /** Never all: what laboratory spectra tell comes through the nets. */
    private static final double[] SHARES = {0.25, 0.5, 0.75};

    private static final String TASK = "a forest learning from pixels";

    private final double share;
    private final Function<Pixels, double[]> forest;
    private final CovariateReach reach;

    private StackedForest(double share, Function<Pixels, double[]> forest, CovariateReach reach) {
        this.share = share;
        this.forest = forest;
        this.reach = reach;
    }

    /** A forest with what it says of the labelled pixels that each of its folds left out. */
    record Crossed(StackedForest stacked, HeldOut answers) {}

    /**
     * Grows a forest of all labels and, to see what it is worth, one per fold of the others.
     *
     * @param table of the labelled pixels that are learned from, in ascending order of {@code rows}, and the weak ones
     * @param rows of the labelled pixels in the table
     * @param folds some of these rows each
     * @param nets their answers for the folds, fold after fold
     * @return the forest, and the answers of nets and forest together
     */
    static Crossed fit(TrainingTable table, int[] rows, List<int[]> folds, HeldOut nets, long seed, Progress progress) {
        List<int[]> positions = folds.stream()
                .map(fold -> IntStream.of(fold)
                        .map(row -> Arrays.binarySearch(rows, row))
                        .toArray())
                .toList();
        TunedMethod method = Baselines.stackedForest(table, seed);
        CovariateReach reach = CovariateReach.of(table, positions);
        double[] held = new double[nets.size()];
        double[] near = new double[nets.size()];
        int filled = 0;
        for (int[] fold : positions) {
            progress.report((double) filled / held.length, TASK);
            int[] others = others(fold, rows.length);
            Pixels left = table.labelled().pixels().select(fold);
            double[] logs = method.learn(others, Progress.SILENT).apply(left);
            double[] weights = reach.without(fold).of(left.covariates());
            System.arraycopy(logs, 0, held, filled, logs.length);
            System.arraycopy(weights, 0, near, filled, logs.length);
            filled += logs.length;
        }
        double share = share(nets, held, near);
        StackedForest all =
                new StackedForest(share, method.learn(others(new int[0], rows.length), Progress.SILENT), reach);
        float[] mean = new float[nets.size()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) between(nets.mean()[i], held[i], share * near[i]);
        }
        return new Crossed(all, new HeldOut(nets.observed(), mean, nets.scale(), nets.dissimilarity()));
    }

    private static int[] others(int[] fold, int size) {
        int[] left = fold.clone();
        Arrays.sort(left);
        return IntStream.range(0, size)
                .filter(row -> Arrays.binarySearch(left, row) < 0)
                .toArray();
    }

    /**
     * The share with which both together err least, in the unit of the target; none unless they err less than the nets
     * alone by more than the standard error of that difference, since few labels favour one or the other by chance.
     */
    static double share(HeldOut nets, double[] held, double[] near) {
        double best = 0;
        double most = 0;
        for (double share : SHARES) {
            double[] gains = IntStream.range(0, held.length)
                    .mapToDouble(i -> error(nets, i, nets.mean()[i])
                            - error(nets, i, between(nets.mean()[i], held[i], share * near[i])))
                    .toArray();
            double gain = Mean.of(gains).getAsDouble();
            double error = StandardDeviation.of(gains).getAsDouble() / Math.sqrt(gains.length);
            if (gain > Math.max(error, most)) {
                most = gain;
                best = share;
            }
        }
        return best;
    }

    private static double error(HeldOut nets, int pixel, double log) {
        return Math.abs(Math.exp(log) - Math.exp(nets.observed()[pixel]));
    }

    /**
     * Moves what nets say towards what the forest says; how sure they are stays.
     *
     * @param nets joint prediction for the pixels, in their order
     * @param reflectance of the pixels
     * @param covariates all that are known of the pixels, whether or not the nets saw them
     * @param seen the covariates that the nets saw; a pixel without any is left to the nets
     */
    Ensemble joined(Ensemble nets, Matrix reflectance, Matrix covariates, Matrix seen) {
        if (share == 0) {
            return nets;
        }
        // A forest asks no place where it lies.
        Coordinates nowhere = new Coordinates(new double[covariates.rows()], new double[covariates.rows()]);
        double[] logs = forest.apply(new Pixels(reflectance, covariates, nowhere));
        double[] near = reach.of(covariates);
        Matrix mean = Matrix.zeros(logs.length, 1);
        Matrix scaleTarget = Matrix.zeros(logs.length, 1);
        for (int i = 0; i < logs.length; i++) {
            float own = nets.mean().get(i, 0);
            float together = (float) between(own, logs[i], isBlank(seen, i) ? 0 : share * near[i]);
            mean.values()[i] = together;
            scaleTarget.values()[i] = together + nets.scaleTarget().get(i, 0) - own;
        }
        return new Ensemble(mean, scaleTarget);
    }

    private static boolean isBlank(Matrix covariates, int row) {
        for (int column = 0; column < covariates.columns(); column++) {
            if (!Float.isNaN(covariates.get(row, column))) {
                return false;
            }
        }
        return true;
    }

    private static double between(double net, double tree, double share) {
        return (1 - share) * net + share * tree;
    }
}
