/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.regression.Trees.Shape;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import smile.data.DataFrame;
import smile.regression.RegressionTree;

/** Random forest (Breiman 2001). A row that counts k times is drawn k times as often. */
public final class ForestRegressor implements RegressionMethod {
    private static final Hyperparameter<Double> COLUMNS =
            new Hyperparameter<>("share of features per node", List.of(0.1, 0.2, 0.35, 0.5), 0.2);
    private static final Hyperparameter<Integer> LEAF =
            new Hyperparameter<>("rows per leaf", List.of(1, 2, 3, 5, 10, 20), 3);
    private static final int DEEPEST = 40;
    private static final int TREES_AT_ONCE = 16;

    private final int trees;

    public ForestRegressor(int trees) {
        this.trees = trees;
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(COLUMNS, LEAF);
    }

    @Override
    public String stageName() {
        return "trees";
    }

    @Override
    public int stageSize(int stage) {
        return trees;
    }

    @Override
    public Path fit(WeightedDataset dataset, Configuration configuration, long seed, Progress progress) {
        Trees grown = new Trees(dataset.features());
        Shape shape = new Shape(
                DEEPEST, configuration.get(LEAF), Trees.share(dataset.features(), configuration.get(COLUMNS)));
        RegressionTree[] forest = new RegressionTree[trees];
        for (int first = 0; first < trees; first += TREES_AT_ONCE) {
            progress.report((double) first / trees, "growing the trees of a forest");
            IntStream.range(first, Math.min(trees, first + TREES_AT_ONCE))
                    .parallel()
                    .forEach(tree -> {
                        Random random = new Random(31 * seed + tree);
                        forest[tree] =
                                grown.grow(dataset.logs(), drawn(dataset.copies(), random), shape, random.nextLong());
                    });
        }
        return features -> new double[][] {mean(forest, Trees.frame(features))};
    }

    /** As many draws as there are rows, with replacement. */
    private static int[] drawn(int[] copies, Random random) {
        int[] ends = copies.clone();
        Arrays.parallelPrefix(ends, Math::addExact);
        int[] counts = new int[copies.length];
        for (int draw = 0; draw < copies.length; draw++) {
            int at = Arrays.binarySearch(ends, random.nextInt(ends[ends.length - 1]) + 1);
            counts[at < 0 ? -at - 1 : at]++;
        }
        return counts;
    }

    private static double[] mean(RegressionTree[] forest, DataFrame rows) {
        double[] sum = new double[rows.size()];
        for (RegressionTree tree : forest) {
            double[] answers = Trees.answers(tree, rows);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += answers[i] / forest.length;
            }
        }
        return sum;
    }
}
