/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Quantile;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.Rows;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.training.optimizer.TrainableGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Where a model may be used, after Meyer and Pebesma 2021: the dissimilarity index of a pixel is its distance to the
 * nearest training pixel, in the space of the student's inputs weighted by how strongly the answer reacts to each,
 * divided by the mean distance between training pixels. The threshold is the index that one training pixel in
 * twenty exceeds, each measured against those of other folds. (The authors take the upper whisker, which let most
 * pixels pass whose estimates were far off: a region with other salts is not an outlier among soils.)
 *
 * @param tokenWeights root mean square of the answer's derivative by each number of the token
 * @param references weighted tokens of training pixels
 * @param meanDistance between references
 * @param threshold of the index, above which a pixel is unlike everything the model has seen
 */
record Applicability(float[] tokenWeights, Matrix references, double meanDistance, double threshold) {
    private static final int MOST_REFERENCES = 512;
    private static final int FOLDS = 5;
    private static final double TYPICAL = 0.95;

    /**
     * Measures the training pixels.
     *
     * @param reflectance of the training pixels
     * @param covariates of the same
     */
    static Applicability fit(StudentNet student, Parameters trained, Matrix reflectance, Matrix covariates, long seed) {
        float[] weights = sensitivity(student, trained, reflectance, covariates);
        Matrix tokens = tokens(student, trained, reflectance, covariates);
        Matrix references = weighted(sample(tokens, seed), weights);
        int n = references.rows();
        double sum = 0;
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double distance = distance(references, i, references, j);
                sum += distance;
                if (i % FOLDS != j % FOLDS) {
                    nearest[i] = Math.min(nearest[i], distance);
                    nearest[j] = Math.min(nearest[j], distance);
                }
            }
        }
        double mean = sum / (n * (n - 1.0) / 2);
        double typical = Quantile.withDefaults().evaluate(nearest, TYPICAL);
        return new Applicability(weights, references, mean, typical / mean);
    }

    /** The dissimilarity index of tokens, one number per row. */
    float[] index(Matrix tokens) {
        Matrix own = weighted(tokens, tokenWeights);
        float[] index = new float[own.rows()];
        for (int i = 0; i < index.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < references.rows(); j++) {
                nearest = Math.min(nearest, distance(own, i, references, j));
            }
            index[i] = (float) (nearest / meanDistance);
        }
        return index;
    }

    /** The numbers between which distances are measured, one row per pixel. */
    static Matrix tokens(StudentNet student, Parameters trained, Matrix reflectance, Matrix covariates) {
        try (TrainableGraph graph = new TrainableGraph(trained)) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> spectra = graph.input(reflectance.columns());
            Placeholder<TFloat32> beside = graph.input(covariates.columns());
            Operand<TFloat32> code = student.code(tf, graph.weights(), spectra);
            return graph.run(student.freeToken(tf, code, beside), Map.of(spectra, reflectance, beside, covariates));
        }
    }

    /**
     * The index of pixels against those of other folds.
     *
     * @param tokens of all pixels that were learned from
     * @param folds rows of them
     * @return fold after fold
     */
    float[] crossed(Matrix tokens, List<int[]> folds) {
        int size = folds.stream().mapToInt(fold -> fold.length).sum();
        float[] indices = new float[size];
        int at = 0;
        for (int[] fold : folds) {
            boolean[] left = new boolean[tokens.rows()];
            for (int row : fold) {
                left[row] = true;
            }
            int[] others =
                    IntStream.range(0, tokens.rows()).filter(row -> !left[row]).toArray();
            Matrix known = weighted(tokens.select(others), tokenWeights);
            Applicability without = new Applicability(tokenWeights, known, meanDistance, threshold);
            float[] own = without.index(tokens.select(fold));
            System.arraycopy(own, 0, indices, at, own.length);
            at += own.length;
        }
        return indices;
    }

    private static float[] sensitivity(StudentNet student, Parameters trained, Matrix reflectance, Matrix covariates) {
        try (TrainableGraph graph = new TrainableGraph(trained)) {
            Ops tf = graph.tf();
            Placeholder<TFloat32> spectra = graph.input(reflectance.columns());
            Placeholder<TFloat32> beside = graph.input(covariates.columns());
            Operand<TFloat32> token = student.token(tf, student.code(tf, graph.weights(), spectra), beside);
            Regressor.Pass pass = student.regressor().apply(tf, graph.weights(), token, Dropout.NONE);
            Operand<TFloat32> mean =
                    student.regressor().head().answer(tf, pass.numbers()).mean();
            Operand<TFloat32> slope = tf.gradients(mean, List.of(token)).dy(0);
            Matrix slopes = graph.run(slope, Map.of(spectra, reflectance, beside, covariates))
                    .firstColumns(student.freeSize());
            double[] squares = new double[slopes.columns()];
            for (int i = 0; i < slopes.values().length; i++) {
                squares[i % squares.length] += (double) slopes.values()[i] * slopes.values()[i];
            }
            float[] result = new float[squares.length];
            for (int i = 0; i < result.length; i++) {
                result[i] = (float) Math.sqrt(squares[i] / slopes.rows());
            }
            return result;
        }
    }

    private static Matrix sample(Matrix tokens, long seed) {
        int[] rows = Rows.shuffled(Rows.range(0, tokens.rows()), new Random(seed));
        return tokens.select(Arrays.copyOf(rows, Math.min(MOST_REFERENCES, rows.length)));
    }

    private static Matrix weighted(Matrix tokens, float[] weights) {
        Matrix result = Matrix.zeros(tokens.rows(), tokens.columns());
        for (int i = 0; i < tokens.values().length; i++) {
            result.values()[i] = tokens.values()[i] * weights[i % weights.length];
        }
        return result;
    }

    private static double distance(Matrix one, int i, Matrix other, int j) {
        double square = 0;
        for (int column = 0; column < one.columns(); column++) {
            double difference = one.get(i, column) - other.get(j, column);
            square += difference * difference;
        }
        return Math.sqrt(square);
    }
}
