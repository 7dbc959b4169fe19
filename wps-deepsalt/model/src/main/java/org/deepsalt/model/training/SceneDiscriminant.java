/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.deepsalt.model.estimator.SceneShift;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Tells the pixels of scenes from simulated ones by their tokens (linear discriminant, Fisher 1936, with a ridge). One
 * by one, pixels of a scene may look like soils of a library that is more varied than the scene, although all of them
 * together lie beyond nearly all of these soils in one direction: what the scene shows then comes about in another way
 * than in the library, and nothing says that the answers still hold. Holds its tokens.
 */
final class SceneDiscriminant {
    /** Pixels of scenes that are enough. */
    static final int MOST = 4096;

    private static final double RIDGE = 0.05;
    private static final double TYPICAL = 0.95;

    /** Soils beyond which most pixels of the scenes must lie for the scenes to count as shifted. */
    private static final double NEARLY_ALL = 0.99;

    private static final double MOST_PIXELS = 0.5;
    private static final double LEAST_DEVIATION = 1e-6;

    private final Matrix soils;
    private final List<int[]> folds;
    private final Matrix scenes;

    /**
     * A comparison of two sets of pixels.
     *
     * @param soils free tokens of simulated pixels
     * @param folds rows of the soils that are left out together
     * @param scenes free tokens of pixels of the scenes, in random order
     */
    SceneDiscriminant(Matrix soils, List<int[]> folds, Matrix scenes) {
        this.soils = soils;
        this.folds = folds;
        this.scenes = scenes;
    }

    /**
     * The shift of the scenes, if they are shifted: if more than half of their pixels lie beyond 99 of 100 soils, both
     * left out when the direction was found. Its index is 0 for the median of these soils, and the threshold for what
     * one soil in twenty exceeds.
     *
     * @param threshold of the dissimilarity index
     * @return null if the scenes are not shifted
     */
    @Nullable
    SceneShift shift(double threshold) {
        double[] ofSoils =
                new double[folds.stream().mapToInt(fold -> fold.length).sum()];
        double[] ofScenes = new double[scenes.rows()];
        int at = 0;
        for (int number = 0; number < folds.size(); number++) {
            int[] fold = folds.get(number);
            int own = number;
            int[] held = IntStream.range(0, scenes.rows())
                    .filter(row -> row % folds.size() == own)
                    .toArray();
            double[] direction = direction(soils.select(others(fold)), scenes.select(without(held)));
            for (int row : fold) {
                ofSoils[at++] = along(direction, soils, row);
            }
            for (int row : held) {
                ofScenes[row] = along(direction, scenes, row);
            }
        }
        Quantile quantile = Quantile.withDefaults();
        double last = quantile.evaluate(ofSoils, NEARLY_ALL);
        if (Arrays.stream(ofScenes).filter(value -> value > last).count() <= MOST_PIXELS * ofScenes.length) {
            return null;
        }
        return scaled(
                direction(soils, scenes),
                quantile.evaluate(ofSoils, 0.5),
                quantile.evaluate(ofSoils, TYPICAL),
                threshold);
    }

    private static SceneShift scaled(double[] direction, double middle, double typical, double threshold) {
        double scale = threshold / (typical - middle);
        float[] weights = new float[direction.length - 1];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (scale * direction[i]);
        }
        return new SceneShift(weights, scale * (direction[weights.length] - middle));
    }

    private int[] others(int[] fold) {
        boolean[] left = new boolean[soils.rows()];
        IntStream.of(fold).forEach(row -> left[row] = true);
        return IntStream.of(folds.stream().flatMapToInt(IntStream::of).toArray())
                .filter(row -> !left[row])
                .toArray();
    }

    private int[] without(int[] held) {
        boolean[] left = new boolean[scenes.rows()];
        IntStream.of(held).forEach(row -> left[row] = true);
        return Rows.where(Rows.range(0, scenes.rows()), row -> !left[row]);
    }

    private static double along(double[] direction, Matrix tokens, int row) {
        double sum = direction[tokens.columns()];
        for (int i = 0; i < tokens.columns(); i++) {
            sum += direction[i] * tokens.get(row, i);
        }
        return sum;
    }

    /** Weights of the numbers of a token, and an offset that makes 0 the middle between the two means. */
    private static double[] direction(Matrix first, Matrix second) {
        int size = first.columns();
        double[] firstMean = mean(first);
        double[] secondMean = mean(second);
        DMatrixRMaj within = new DMatrixRMaj(size, size);
        addCovariance(within, first, firstMean);
        addCovariance(within, second, secondMean);
        DMatrixRMaj apart = new DMatrixRMaj(size, 1);
        for (int i = 0; i < size; i++) {
            apart.set(i, secondMean[i] - firstMean[i]);
            within.set(i, i, (1 + RIDGE) * within.get(i, i) + LEAST_DEVIATION);
        }
        DMatrixRMaj weights = new DMatrixRMaj(size, 1);
        CommonOps_DDRM.solveSPD(within, apart, weights);
        double[] direction = Arrays.copyOf(weights.data, size + 1);
        for (int i = 0; i < size; i++) {
            direction[size] -= direction[i] * (firstMean[i] + secondMean[i]) / 2;
        }
        return direction;
    }

    private static double[] mean(Matrix rows) {
        double[] mean = new double[rows.columns()];
        for (int i = 0; i < rows.values().length; i++) {
            mean[i % mean.length] += rows.values()[i] / (double) rows.rows();
        }
        return mean;
    }

    /** Half of the covariance of some rows, so that both sets count the same whatever their number. */
    private static void addCovariance(DMatrixRMaj sum, Matrix rows, double[] mean) {
        int size = rows.columns();
        for (int row = 0; row < rows.rows(); row++) {
            for (int i = 0; i < size; i++) {
                double scaled = (rows.get(row, i) - mean[i]) / (2.0 * rows.rows());
                for (int j = 0; j < size; j++) {
                    sum.add(i, j, scaled * (rows.get(row, j) - mean[j]));
                }
            }
        }
    }
}
