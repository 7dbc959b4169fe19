/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.Parameters;
import org.deepsalt.model.net.layer.Weights;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The whole way from a pixel to its estimate: encoder, student, dissimilarity to the training data. A covariate that is
 * missing adds nothing to a distance.
 *
 * @param student the way from a pixel to the answer
 * @param tokenWeights how strongly the answer reacts to each number of the free token, for distances
 * @param references free tokens of training pixels, already weighted
 * @param meanDistance mean distance between references, the unit of the dissimilarity index
 */
public record EstimatorNet(StudentNet student, float[] tokenWeights, Matrix references, double meanDistance) {

    /** Columns of the answer: mean and standard deviation of the logarithm of the target, dissimilarity index. */
    public static final int OUTPUTS = 3;

    private static final float SMALLEST = 1e-12f;

    /** Numbers per pixel: reflectances, then covariates. */
    public int inputs() {
        return student.inputs();
    }

    /** The range to which answers are bounded. */
    public OutputRange range() {
        return student.regressor().head().range();
    }

    /**
     * Builds the graph of the estimator in TensorFlow.
     *
     * @param pixels reflectances in the model's band order, then covariates in their units, {@code [n, inputs]}
     * @return {@code [n, 3]}, see {@link #OUTPUTS}
     */
    Operand<TFloat32> apply(Ops tf, Weights weights, Operand<TFloat32> pixels) {
        Operand<TFloat32> raw = covariates(tf, pixels);
        Operand<TFloat32> code = student.code(tf, weights, reflectance(tf, pixels));
        Gaussian answer = student.regressor()
                .head()
                .answer(
                        tf,
                        student.regressor()
                                .apply(tf, weights, student.token(tf, code, raw), Dropout.NONE)
                                .numbers());
        Operand<TFloat32> distance = dissimilarity(tf, student.freeToken(tf, code, raw), raw);
        return tf.concat(List.of(answer.mean(), answer.scale(), distance), tf.constant(1));
    }

    Operand<TFloat32> reflectance(Ops tf, Operand<TFloat32> pixels) {
        return columns(tf, pixels, 0, student.spectrum().bands());
    }

    Operand<TFloat32> covariates(Ops tf, Operand<TFloat32> pixels) {
        return columns(
                tf, pixels, student.spectrum().bands(), student.covariates().count());
    }

    private static Operand<TFloat32> columns(Ops tf, Operand<TFloat32> x, int from, int count) {
        return tf.slice(x, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
    }

    /** Distance to the nearest reference by mean distance (Meyer and Pebesma 2021), shape {@code [n, 1]}. */
    private Operand<TFloat32> dissimilarity(Ops tf, Operand<TFloat32> tokens, Operand<TFloat32> raw) {
        Operand<TFloat32> weighted = tf.math.mul(tokens, tf.constant(tokenWeights));
        Operand<TFloat32> known = tf.constant(
                Shape.of(references.rows(), references.columns()), DataBuffers.of(references.values(), true, false));
        Operand<TFloat32> product = tf.linalg.matMul(weighted, known, MatMul.transposeB(true));
        Operand<TFloat32> own = tf.sum(tf.math.square(weighted), tf.constant(1), Sum.keepDims(true));
        Operand<TFloat32> theirs = tf.sum(tf.math.square(known), tf.constant(1));
        Operand<TFloat32> squares = tf.math.sub(tf.math.add(own, theirs), tf.math.mul(tf.constant(2f), product));
        return index(tf, tf.min(tf.math.add(squares, correction(tf, raw)), tf.constant(1), Min.keepDims(true)));
    }

    /** From the square of the distance to the nearest reference to the index. */
    Operand<TFloat32> index(Ops tf, Operand<TFloat32> nearest) {
        Operand<TFloat32> distance = tf.math.sqrt(tf.math.maximum(nearest, tf.constant(SMALLEST)));
        return tf.math.mul(distance, tf.constant((float) (1 / meanDistance)));
    }

    /** Whether covariates may be missing, so that distances have to be corrected. */
    boolean correctable() {
        return student.covariates().optional() && student.covariates().count() > 0;
    }

    /** 1 for each covariate that is missing, {@code [n, covariates]}. */
    Operand<TFloat32> missing(Ops tf, Operand<TFloat32> raw) {
        return tf.dtypes.cast(tf.math.isNan(raw), TFloat32.class);
    }

    /** What the squares of missing covariates of the references have added too much, {@code [n, references]} or 0. */
    private Operand<TFloat32> correction(Ops tf, Operand<TFloat32> raw) {
        if (!correctable()) {
            return tf.constant(0f);
        }
        int count = student.covariates().count();
        int first = references.columns() - count;
        float[] squares = new float[count * references.rows()];
        for (int row = 0; row < references.rows(); row++) {
            for (int i = 0; i < count; i++) {
                float value = references.get(row, first + i);
                squares[i * references.rows() + row] = -value * value;
            }
        }
        return tf.linalg.matMul(
                missing(tf, raw),
                tf.constant(Shape.of(count, references.rows()), DataBuffers.of(squares, true, false)));
    }

    /** Only what the estimator needs of everything that was trained. */
    public Parameters needed(Parameters trained) {
        Parameters needed = trained.startingWith(student.encoder().domain() + "/encoder/");
        needed.putAll(trained.startingWith(student.regressor().name() + "/"));
        return needed;
    }
}
