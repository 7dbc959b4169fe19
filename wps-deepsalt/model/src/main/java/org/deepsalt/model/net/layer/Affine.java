/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;

/**
 * {@code x K + b} in double precision, to be combined with its neighbours before it becomes one multiplication of a
 * graph. Immutable: every method gives a new one.
 *
 * @param kernel {@code [inputs, outputs]} in row order
 * @param bias one per output
 */
public record Affine(int inputs, int outputs, double[] kernel, double[] bias) {
    /** A way of multiplying. */
    @FunctionalInterface
    public interface Multiplication {
        /** {@code [n, inputs]} to {@code [n, outputs]} of a layer. */
        Operand<TFloat32> of(Affine layer, Ops tf, Operand<TFloat32> x);
    }

    /** A dense layer as it was trained. */
    public static Affine dense(Parameters trained, String name, int inputs, int outputs) {
        return new Affine(
                inputs, outputs, doubles(trained.get(name + "/kernel")), doubles(trained.get(name + "/bias")));
    }

    /** Each number by itself: {@code gain * x + offset}. */
    public static Affine diagonal(double[] gain, double[] offset) {
        int size = gain.length;
        double[] kernel = new double[size * size];
        for (int i = 0; i < size; i++) {
            kernel[i * size + i] = gain[i];
        }
        return new Affine(size, size, kernel, offset.clone());
    }

    /** The same numbers as doubles. */
    public static double[] doubles(float[] values) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    /** This, and the next of what comes out of it. */
    public Affine then(Affine next) {
        double[] product = new double[inputs * next.outputs];
        for (int row = 0; row < inputs; row++) {
            multiply(kernel, row * outputs, next, product, row * next.outputs);
        }
        double[] shifted = next.bias.clone();
        multiply(bias, 0, next, shifted, 0);
        return new Affine(inputs, next.outputs, product, shifted);
    }

    private static void multiply(double[] left, int from, Affine right, double[] into, int to) {
        for (int k = 0; k < right.inputs; k++) {
            for (int column = 0; column < right.outputs; column++) {
                into[to + column] += left[from + k] * right.kernel[k * right.outputs + column];
            }
        }
    }

    /** For numbers that still lack their own gain and offset: the same as this of {@code gain * x + offset}. */
    public Affine of(double[] gain, double[] offset) {
        double[] scaled = kernel.clone();
        double[] shifted = bias.clone();
        for (int row = 0; row < inputs; row++) {
            for (int column = 0; column < outputs; column++) {
                scaled[row * outputs + column] *= gain[row];
                shifted[column] += offset[row] * kernel[row * outputs + column];
            }
        }
        return new Affine(inputs, outputs, scaled, shifted);
    }

    /** This with its own input added to it, as around an attention layer. */
    public Affine plusInput() {
        double[] sum = kernel.clone();
        for (int i = 0; i < inputs; i++) {
            sum[i * outputs + i] += 1;
        }
        return new Affine(inputs, outputs, sum, bias);
    }

    /** The same map with an offset added to its outputs. */
    public Affine plus(double[] offset) {
        double[] shifted = bias.clone();
        for (int i = 0; i < outputs; i++) {
            shifted[i] += offset[i];
        }
        return new Affine(inputs, outputs, kernel, shifted);
    }

    /** This less the mean of its outputs, the first half of a layer normalisation. */
    public Affine centred() {
        double[] centredKernel = kernel.clone();
        double[] centredBias = bias.clone();
        for (int row = 0; row < inputs; row++) {
            centre(centredKernel, row * outputs);
        }
        centre(centredBias, 0);
        return new Affine(inputs, outputs, centredKernel, centredBias);
    }

    private void centre(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < from + outputs; i++) {
            sum += values[i];
        }
        for (int i = from; i < from + outputs; i++) {
            values[i] -= sum / outputs;
        }
    }

    /** Both of the same input, this one's outputs first. */
    public Affine beside(Affine other) {
        int both = outputs + other.outputs;
        double[] joined = new double[inputs * both];
        double[] joinedBias = new double[both];
        for (int row = 0; row < inputs; row++) {
            System.arraycopy(kernel, row * outputs, joined, row * both, outputs);
            System.arraycopy(other.kernel, row * other.outputs, joined, row * both + outputs, other.outputs);
        }
        System.arraycopy(bias, 0, joinedBias, 0, outputs);
        System.arraycopy(other.bias, 0, joinedBias, outputs, other.outputs);
        return new Affine(inputs, both, joined, joinedBias);
    }

    /** {@code [n, inputs]} to {@code [n, outputs]}, in a form that TensorFlow fuses with an activation after it. */
    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        return tf.nn.biasAdd(product(tf, x), tf.constant(floats(bias)));
    }

    /** The same with both factors rounded to bfloat16; products are added up, and the bias too, in float32. */
    public Operand<TFloat32> applyInBfloat16(Ops tf, Operand<TFloat32> x) {
        Operand<TBfloat16> rounded = tf.dtypes.cast(constant(tf), TBfloat16.class);
        Operand<TBfloat16> product = tf.linalg.matMul(tf.dtypes.cast(x, TBfloat16.class), rounded);
        return tf.math.add(tf.dtypes.cast(product, TFloat32.class), tf.constant(floats(bias)));
    }

    /** The same without the bias. */
    public Operand<TFloat32> product(Ops tf, Operand<TFloat32> x) {
        return tf.linalg.matMul(x, constant(tf));
    }

    private Operand<TFloat32> constant(Ops tf) {
        return tf.constant(Shape.of(inputs, outputs), DataBuffers.of(floats(kernel), true, false));
    }

    private static float[] floats(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
