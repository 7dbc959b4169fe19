/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.regression.Trees.Shape;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import smile.data.DataFrame;
import smile.regression.RegressionTree;

/**
 * Stochastic gradient boosting with squared error (Friedman 2001, 2002): each tree learns what the ones before left.
 * Its stages are numbers of trees.
 */
public final class BoostingRegressor implements RegressionMethod {
    static final Hyperparameter<Integer> DEPTH = new Hyperparameter<>("depth", List.of(2, 3, 4, 6), 4);
    static final Hyperparameter<Double> RATE = new Hyperparameter<>("learning rate", List.of(0.04, 0.08, 0.16), 0.08);
    static final Hyperparameter<Integer> LEAF = new Hyperparameter<>("rows per leaf", List.of(2, 5, 10, 20, 40), 5);
    static final Hyperparameter<Double> ROWS =
            new Hyperparameter<>("share of rows per tree", List.of(0.5, 0.75, 1.0), 0.75);
    static final Hyperparameter<Double> COLUMNS =
            new Hyperparameter<>("share of features per node", List.of(0.1, 0.3, 1.0), 0.3);
    private static final int STAGES = 20;

    private final int trees;

    /** Limits the trees. */
    public BoostingRegressor(int trees) {
        this.trees = trees;
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(DEPTH, RATE, LEAF, ROWS, COLUMNS);
    }

    @Override
    public String stageName() {
        return "trees";
    }

    @Override
    public int stageSize(int stage) {
        return (stage + 1) * trees / STAGES;
    }

    @Override
    public Path fit(WeightedDataset dataset, Configuration configuration, long seed, Progress progress) {
        Trees grown = new Trees(dataset.features());
        int copies = Arrays.stream(dataset.copies()).max().orElse(1);
        Shape shape = new Shape(
                configuration.get(DEPTH),
                Math.multiplyExact(configuration.get(LEAF), copies),
                Trees.share(dataset.features(), configuration.get(COLUMNS)));
        double rate = configuration.get(RATE);
        double base = mean(dataset);
        double[] rest = Arrays.stream(dataset.logs()).map(log -> log - base).toArray();
        Random random = new Random(seed);
        RegressionTree[] sequence = new RegressionTree[trees];
        for (int tree = 0; tree < trees; tree++) {
            progress.report((double) tree / trees, "boosting trees");
            int[] counts = drawn(dataset.copies(), configuration.get(ROWS), random);
            sequence[tree] = grown.grow(rest, counts, shape, random.nextLong());
            double[] answers = grown.answers(sequence[tree]);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= rate * answers[i];
            }
        }
        return features -> predict(sequence, base, rate, features);
    }

    private static double mean(WeightedDataset dataset) {
        double sum = 0;
        double copies = 0;
        for (int i = 0; i < dataset.size(); i++) {
            sum += dataset.logs()[i] * dataset.copies()[i];
            copies += dataset.copies()[i];
        }
        return sum / copies;
    }

    /** A share of the rows, without replacement. */
    private static int[] drawn(int[] copies, double share, Random random) {
        int[] counts = copies.clone();
        int wanted = (int) Math.round(counts.length * share);
        int left = counts.length;
        for (int i = 0; i < counts.length && share < 1; i++, left--) {
            if (random.nextInt(left) < wanted) {
                wanted--;
            } else {
                counts[i] = 0;
            }
        }
        return counts;
    }

    private double[][] predict(RegressionTree[] sequence, double base, double rate, Matrix features) {
        DataFrame rows = Trees.frame(features);
        double[][] stages = new double[STAGES][];
        double[] sum = new double[features.rows()];
        Arrays.fill(sum, base);
        for (int tree = 0, stage = 0; tree < sequence.length; tree++) {
            double[] answers = Trees.answers(sequence[tree], rows);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += rate * answers[i];
            }
            if (tree + 1 == stageSize(stage)) {
                stages[stage++] = sum.clone();
            }
        }
        return stages;
    }
}
