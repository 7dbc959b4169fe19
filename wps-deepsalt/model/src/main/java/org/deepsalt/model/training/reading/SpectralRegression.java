/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.training.split.GroupFolds;
import org.ejml.data.DMatrixRMaj;

/**
 * Reads a property off spectra: a Gaussian process on their features, whose kernel is chosen by leaving out whole
 * groups of what is learned from, such as countries or places, so that it fits spectra from elsewhere. How far its
 * readings were off there scales their uncertainty. The same data and seed give the same. Not thread-safe.
 */
public final class SpectralRegression {
    private static final double[] WIDTHS = {0.05, 0.1, 0.2, 0.4};
    private static final double[] NOISES = {0.03, 0.1, 0.3};
    private static final int FOLDS = 3;
    /** A process of more rows would take minutes. */
    private static final int MOST_ROWS = 3000;
    /** So many rows show which kernel is better. */
    private static final int MOST_CHOOSING = 900;

    private final Standardiser standard;
    private final GaussianProcess process;
    private final double inflation;
    private final int[] rows;
    private final double[] targets;

    /**
     * What spectra tell of a property.
     *
     * @param mean expected value, on the scale that was learned
     * @param deviation standard deviation of a measurement around it
     */
    public record Reading(double[] mean, double[] deviation) {}

    private SpectralRegression(
            Standardiser standard, GaussianProcess process, double inflation, int[] rows, double[] targets) {
        this.rows = rows;
        this.targets = targets;
        this.standard = standard;
        this.process = process;
        this.inflation = inflation;
    }

    /**
     * Fits the regression, with the kernel that errs least on groups that are left out.
     *
     * @param features one row per spectrum, see {@link SpectralFeatures}
     * @param targets the property, on a scale on which errors are alike, such as logarithms
     * @param groups number of the group of each row; rows of one group are left out together
     */
    public static SpectralRegression learn(Matrix features, double[] targets, int[] groups, long seed) {
        int[] order = Rows.shuffled(IntStream.range(0, targets.length).toArray(), new Random(seed));
        int[] rows = Arrays.copyOf(order, Math.min(MOST_ROWS, order.length));
        Standardiser standard = Standardiser.fit(features.select(rows));
        Choice choice = choose(
                standard.apply(features), targets, groups, Arrays.copyOf(rows, Math.min(MOST_CHOOSING, rows.length)));
        Matrix known = standard.apply(features.select(rows));
        GaussianProcess process = GaussianProcess.learn(
                known, GaussianProcess.distances(known, known), pick(targets, rows), choice.kernel);
        return new SpectralRegression(standard, process, choice.inflation, rows, targets);
    }

    private record Choice(GaussianProcess.Kernel kernel, double error, double inflation) {}

    private static Choice choose(Matrix features, double[] targets, int[] groups, int[] rows) {
        List<int[]> folds = GroupFolds.of(groups, rows, FOLDS);
        Choice best = new Choice(new GaussianProcess.Kernel(0.1, 0.1), Double.POSITIVE_INFINITY, 1);
        double[][] squares = new double[WIDTHS.length * NOISES.length][2];
        for (int[] fold : folds) {
            int[] held = fold;
            boolean[] out = new boolean[targets.length];
            for (int row : held) {
                out[row] = true;
            }
            int[] learned = IntStream.of(rows).filter(row -> !out[row]).toArray();
            Matrix known = features.select(learned);
            DMatrixRMaj own = GaussianProcess.distances(known, known);
            DMatrixRMaj other = GaussianProcess.distances(features.select(held), known);
            for (int k = 0; k < squares.length; k++) {
                GaussianProcess process = GaussianProcess.learn(known, own, pick(targets, learned), kernel(k));
                double[] mean = process.mean(other);
                double[] deviation = process.deviation(other);
                for (int i = 0; i < held.length; i++) {
                    double error = mean[i] - targets[held[i]];
                    squares[k][0] += error * error;
                    squares[k][1] += error * error / (deviation[i] * deviation[i]);
                }
            }
        }
        for (int k = 0; folds.size() > 1 && k < squares.length; k++) {
            if (squares[k][0] < best.error) {
                best = new Choice(kernel(k), squares[k][0], Math.sqrt(squares[k][1] / rows.length));
            }
        }
        return best;
    }

    private static GaussianProcess.Kernel kernel(int index) {
        return new GaussianProcess.Kernel(WIDTHS[index / NOISES.length], NOISES[index % NOISES.length]);
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /**
     * What it says of each spectrum that it learned from if it leaves out this one.
     *
     * @return NaN for those beyond its capacity
     */
    public double[] leaveOneOut() {
        double[] left = new double[targets.length];
        Arrays.fill(left, Double.NaN);
        double[] said = process.leaveOneOut(pick(targets, rows));
        for (int i = 0; i < rows.length; i++) {
            left[rows[i]] = said[i];
        }
        return left;
    }

    /** Expected values of spectra by their features, without their uncertainty, which takes more memory. */
    public double[] mean(Matrix features) {
        return process.mean(GaussianProcess.distances(standard.apply(features), process.known()));
    }

    /** Reads spectra by their features. */
    public Reading read(Matrix features) {
        DMatrixRMaj distances = GaussianProcess.distances(standard.apply(features), process.known());
        double[] deviations = process.deviation(distances);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] *= inflation;
        }
        return new Reading(process.mean(distances), deviations);
    }
}
