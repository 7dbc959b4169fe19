/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.baselines.data.WeightedDataset;
import org.deepsalt.model.baselines.search.Configuration;
import org.deepsalt.model.baselines.search.Hyperparameter;
import org.deepsalt.model.matrix.Matrix;
import smile.math.kernel.GaussianKernel;
import smile.regression.KernelMachine;
import smile.regression.SVM;

/**
 * Epsilon support vector regression with a Gaussian kernel, by Smile. It takes no weights, so rows that count several
 * times are repeated as far as {@link #MOST_REPEATED} rows go, and for the rest the others are thinned out by chance.
 */
public final class SupportVectorRegressor implements RegressionMethod {
    private static final double TOLERANCE = 1e-3;
    private static final int MOST_REPEATED = 1000;

    private final Hyperparameter<Double> penalty;
    private final Hyperparameter<Double> gamma;
    private final Hyperparameter<Double> tube;

    private SupportVectorRegressor(List<Double> penalties, List<Double> gammas, List<Double> tubes) {
        this.penalty = new Hyperparameter<>("C", penalties, 3.0);
        this.gamma = new Hyperparameter<>("gamma times features", gammas, 0.3);
        this.tube = new Hyperparameter<>("epsilon", tubes, 0.2);
    }

    /** The method with its full grid of C, gamma and epsilon. */
    public static SupportVectorRegressor thorough() {
        return new SupportVectorRegressor(
                List.of(0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0),
                List.of(0.01, 0.03, 0.1, 0.3, 1.0, 3.0),
                List.of(0.05, 0.1, 0.2, 0.4));
    }

    @Override
    public List<Hyperparameter<?>> hyperparameters() {
        return List.of(gamma, penalty, tube);
    }

    @Override
    public String stageName() {
        return "machines";
    }

    @Override
    public int stageSize(int stage) {
        return 1;
    }

    @Override
    public Path fit(WeightedDataset dataset, Configuration configuration, long seed, Progress progress) {
        int[] rows = repeated(dataset.copies(), seed);
        double[][] x = rows(dataset.features().select(rows));
        double[] y = Arrays.stream(rows).mapToDouble(row -> dataset.logs()[row]).toArray();
        double width = configuration.get(gamma) / Math.max(1, dataset.features().columns());
        KernelMachine<double[]> machine = SVM.fit(
                x,
                y,
                new GaussianKernel(Math.sqrt(0.5 / width)),
                configuration.get(tube),
                configuration.get(penalty),
                TOLERANCE);
        return features -> new double[][] {
            Arrays.stream(rows(features)).mapToDouble(machine::predict).toArray()
        };
    }

    /** Row numbers, those of rows that count much several times. */
    static int[] repeated(int[] copies, long seed) {
        int most = Arrays.stream(copies).max().orElse(1);
        long heavy = Arrays.stream(copies).filter(count -> count == most).count();
        int repeats = (int) Math.max(1, Math.min(most, MOST_REPEATED / Math.max(1, heavy)));
        Random random = new Random(seed);
        IntStream.Builder rows = IntStream.builder();
        for (int row = 0; row < copies.length; row++) {
            double wanted = (double) copies[row] * repeats / most;
            int whole = (int) wanted + (random.nextDouble() < wanted - (int) wanted ? 1 : 0);
            for (int i = 0; i < whole; i++) {
                rows.add(row);
            }
        }
        return rows.build().toArray();
    }

    private static double[][] rows(Matrix features) {
        double[][] rows = new double[features.rows()][features.columns()];
        for (int row = 0; row < rows.length; row++) {
            for (int j = 0; j < features.columns(); j++) {
                rows[row][j] = features.get(row, j);
            }
        }
        return rows;
    }
}
