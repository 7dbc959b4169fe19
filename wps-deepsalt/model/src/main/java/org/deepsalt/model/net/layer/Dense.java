/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Layers that every net here is made of. A bias is added by TensorFlow's own operation: its gradient is one operation,
 * that of a sum seven, and small batches take as long as there are operations.
 */
public final class Dense {
    private static final float BIAS = 0.01f;
    private static final float EPSILON = 1e-5f;

    private Dense() {}

    /** {@code x W + b}: shape {@code [n, inputs]} to {@code [n, outputs]}. */
    public static Operand<TFloat32> linear(
            Ops tf, Weights weights, String name, Operand<TFloat32> x, int inputs, int outputs) {
        Operand<TFloat32> product = tf.linalg.matMul(x, weights.kernel(name + "/kernel", inputs, outputs));
        return tf.nn.biasAdd(product, weights.vector(name + "/bias", outputs, BIAS));
    }

    /** Layer normalisation over the last axis with trained gain and offset (Ba 2016). */
    public static Operand<TFloat32> layerNorm(Ops tf, Weights weights, String name, Operand<TFloat32> x, int size) {
        Operand<TFloat32> normal = standardise(tf, x, -1, EPSILON);
        Operand<TFloat32> scaled = tf.math.mul(normal, weights.vector(name + "/gain", size, 1));
        return tf.nn.biasAdd(scaled, weights.vector(name + "/offset", size, 0));
    }

    /** Mean 0 and variance 1 along an axis; {@code epsilon} is added to the variance. */
    public static Operand<TFloat32> standardise(Ops tf, Operand<TFloat32> x, int axis, float epsilon) {
        Operand<TFloat32> mean = tf.math.mean(x, tf.constant(axis), Mean.keepDims(true));
        Operand<TFloat32> centred = tf.math.sub(x, mean);
        Operand<TFloat32> variance = tf.math.mean(tf.math.square(centred), tf.constant(axis), Mean.keepDims(true));
        return tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant(epsilon))));
    }

    /** One column of {@code [n, columns]}, as {@code [n, 1]}. */
    public static Operand<TFloat32> column(Ops tf, Operand<TFloat32> x, int column) {
        return tf.slice(x, tf.constant(new int[] {0, column}), tf.constant(new int[] {-1, 1}));
    }
}
