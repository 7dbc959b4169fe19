/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.Standardiser;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.Dropout;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.OutputRange;
import org.deepsalt.model.net.Parameters;
import org.deepsalt.model.net.Regressor;
import org.deepsalt.model.net.Weights;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The whole way from a pixel to its estimate: scaling, aligned encoder, student, dissimilarity to the training data.
 *
 * @param encoder the aligned satellite autoencoder, of which the encoder is used
 * @param student the regressor over code and covariates
 * @param spectrumScaler reflectance to [0, 1] over the training pixels; values outside go on linearly
 * @param codeStandardiser codes to mean 0 and deviation 1
 * @param covariateScaler covariates to [0, 1]; the student sees them bounded, the dissimilarity unbounded
 * @param tokenWeights how strongly the answer reacts to each number of the token, for distances
 * @param references tokens of training pixels, already weighted
 * @param meanDistance mean distance between references, the unit of the dissimilarity index
 */
public record EstimatorNet(
        Autoencoder encoder,
        Regressor student,
        MinMaxScaler spectrumScaler,
        Standardiser codeStandardiser,
        MinMaxScaler covariateScaler,
        float[] tokenWeights,
        Matrix references,
        double meanDistance) {

    /** Columns of the answer: mean and standard deviation of the logarithm of the target, dissimilarity index. */
    public static final int OUTPUTS = 3;

    private static final float SMALLEST = 1e-12f;

    public int inputs() {
        return encoder.inputs() + covariateScaler.minimum().length;
    }

    /** What the answers are bounded to. */
    public OutputRange range() {
        return student.head().range();
    }

    /**
     * Builds the graph of the estimator in TensorFlow.
     *
     * @param pixels reflectances in the model's band order, then covariates in their units, {@code [n, inputs]}
     * @return {@code [n, 3]}, see {@link #OUTPUTS}
     */
    Operand<TFloat32> apply(Ops tf, Weights weights, Operand<TFloat32> pixels) {
        int bands = encoder.inputs();
        int covariates = inputs() - bands;
        Operand<TFloat32> reflectance =
                tf.slice(pixels, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, bands}));
        Operand<TFloat32> raw =
                tf.slice(pixels, tf.constant(new int[] {0, bands}), tf.constant(new int[] {-1, covariates}));
        Operand<TFloat32> code = encoder.encode(tf, weights, scaled(tf, reflectance, spectrumScaler));
        Operand<TFloat32> standard = tf.math.mul(
                tf.math.sub(code, tf.constant(codeStandardiser.mean())), tf.constant(codeStandardiser.factor()));
        Operand<TFloat32> free = scaled(tf, raw, covariateScaler);
        Operand<TFloat32> bounded = tf.clipByValue(free, tf.constant(0f), tf.constant(1f));
        Regressor.Pass pass =
                student.apply(tf, weights, tf.concat(List.of(standard, bounded), tf.constant(1)), Dropout.NONE);
        Gaussian answer = student.head().answer(tf, pass.numbers());
        Operand<TFloat32> distance = dissimilarity(tf, tf.concat(List.of(standard, free), tf.constant(1)));
        return tf.concat(List.of(answer.mean(), answer.scale(), distance), tf.constant(1));
    }

    private static Operand<TFloat32> scaled(Ops tf, Operand<TFloat32> x, MinMaxScaler scaler) {
        return tf.math.div(tf.math.sub(x, tf.constant(scaler.minimum())), tf.constant(scaler.range()));
    }

    /** Distance to the nearest reference by mean distance (Meyer and Pebesma 2021), shape {@code [n, 1]}. */
    private Operand<TFloat32> dissimilarity(Ops tf, Operand<TFloat32> tokens) {
        Operand<TFloat32> weighted = tf.math.mul(tokens, tf.constant(tokenWeights));
        Operand<TFloat32> known = tf.constant(
                Shape.of(references.rows(), references.columns()), DataBuffers.of(references.values(), true, false));
        Operand<TFloat32> product = tf.linalg.matMul(weighted, known, MatMul.transposeB(true));
        Operand<TFloat32> own = tf.sum(tf.math.square(weighted), tf.constant(1), Sum.keepDims(true));
        Operand<TFloat32> theirs = tf.sum(tf.math.square(known), tf.constant(1));
        Operand<TFloat32> squares = tf.math.sub(tf.math.add(own, theirs), tf.math.mul(tf.constant(2f), product));
        Operand<TFloat32> nearest = tf.min(squares, tf.constant(1), Min.keepDims(true));
        Operand<TFloat32> distance = tf.math.sqrt(tf.math.maximum(nearest, tf.constant(SMALLEST)));
        return tf.math.div(distance, tf.constant((float) meanDistance));
    }

    /** Only what the estimator needs of everything that was trained. */
    public Parameters needed(Parameters trained) {
        Parameters needed = trained.startingWith(encoder.domain() + "/encoder/");
        needed.putAll(trained.startingWith(student.name() + "/"));
        return needed;
    }
}
