/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.distillation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/**
 * A random forest beside the nets of an ensemble. It learns from the same labels and pairs, and remembers what the
 * covariates say of a place better than nets do that must do without any covariate; where laboratory samples lie
 * densely, that is worth much. How much its answer counts is seen from labelled pixels that neither had learned from
 * (stacked generalisation, Wolpert 1992), and it counts less the farther a pixel's covariates are from all that were
 * learned from: a forest knows nothing of other climates.
 *
 * <p>Choosing forest and share on the pixels that calibrate the intervals flatters them a little; it is one of seven
 * choices.
 */
final class StackedForest implements Beside {
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

    /**
     * What a forest said of the pixels that its folds left out.
     *
     * @param logs its answers, fold after fold
     * @param near how near these pixels are to all that it had learned from, 0 to 1
     */
    private record Trial(TunedMethod method, CovariateReach reach, double[] logs, double[] near) {}

    /** A share, and by how much both together err less than the nets alone, in the unit of the target. */
    record Worth(double share, double gain) {}

    /**
     * Grows forests with each way to give laboratory samples a pixel, sees what they are worth by those that left out
     * a fold, and keeps the one that is worth most.
     *
     * @param tables of the same labelled pixels, in ascending order of {@code rows}, with different weak ones
     * @param rows of the labelled pixels in the tables
     * @param folds some of these rows each
     * @param nets their answers for the folds, fold after fold
     */
    static Crossed fit(
            List<TrainingTable> tables, int[] rows, List<int[]> folds, HeldOut nets, long seed, Progress progress) {
        List<int[]> positions = folds.stream()
                .map(fold -> IntStream.of(fold)
                        .map(row -> Arrays.binarySearch(rows, row))
                        .toArray())
                .toList();
        @Nullable Trial best = null;
        Worth most = new Worth(0, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < tables.size(); i++) {
            Trial trial = trial(
                    tables.get(i),
                    positions,
                    seed,
                    progress.part(0.8 * i / tables.size(), 0.8 * (i + 1) / tables.size()));
            Worth worth = worth(nets, trial.logs, trial.near);
            if (best == null || worth.gain > most.gain) {
                best = trial;
                most = worth;
            }
        }
        Trial chosen = Objects.requireNonNull(best, "one table at least");
        float[] mean = new float[nets.size()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) between(nets.mean()[i], chosen.logs[i], most.share * chosen.near[i]);
        }
        int[] all = others(new int[0], rows.length);
        return new Crossed(
                new StackedForest(most.share, chosen.method.learn(all, progress.part(0.8, 1)), chosen.reach),
                new HeldOut(nets.observed(), mean, nets.scale(), nets.dissimilarity()));
    }

    private static Trial trial(TrainingTable table, List<int[]> folds, long seed, Progress progress) {
        TunedMethod method = Baselines.stackedForest(table, seed);
        CovariateReach reach = CovariateReach.of(table, folds);
        int size = folds.stream().mapToInt(fold -> fold.length).sum();
        double[] held = new double[size];
        double[] near = new double[size];
        int filled = 0;
        for (int[] fold : folds) {
            Progress growing = progress.part((double) filled / size, (double) (filled + fold.length) / size);
            growing.report(0, TASK);
            Pixels left = table.labelled().pixels().select(fold);
            double[] logs =
                    method.learn(others(fold, table.labelled().size()), growing).apply(left);
            double[] weights = reach.without(fold).of(left.covariates());
            System.arraycopy(logs, 0, held, filled, logs.length);
            System.arraycopy(weights, 0, near, filled, logs.length);
            filled += logs.length;
        }
        return new Trial(method, reach, held, near);
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
    static Worth worth(HeldOut nets, double[] held, double[] near) {
        Worth most = new Worth(0, 0);
        for (double share : SHARES) {
            double[] gains = IntStream.range(0, held.length)
                    .mapToDouble(i -> error(nets, i, nets.mean()[i])
                            - error(nets, i, between(nets.mean()[i], held[i], share * near[i])))
                    .toArray();
            double gain = Mean.of(gains).getAsDouble();
            double error = StandardDeviation.of(gains).getAsDouble() / Math.sqrt(gains.length);
            if (gain > Math.max(error, most.gain)) {
                most = new Worth(share, gain);
            }
        }
        return most;
    }

    private static double error(HeldOut nets, int pixel, double log) {
        return Math.abs(Math.exp(log) - Math.exp(nets.observed()[pixel]));
    }

    /** {@inheritDoc} A pixel without any covariate is left to the nets. */
    @Override
    public Ensemble joined(Ensemble nets, Matrix reflectance, Matrix covariates, Matrix seen) {
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
