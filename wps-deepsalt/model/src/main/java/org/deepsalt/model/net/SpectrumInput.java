/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.Arrays;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.matrix.PrincipalComponents;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * Turns a measured spectrum into the input of an encoder, as a part of its graph. Part of the graph, so that it is
 * exported.
 */
public sealed interface SpectrumInput {
    /** Bands of a spectrum. */
    int bands();

    /** Numbers that the encoder gets. */
    int size();

    /** Spectra {@code [n, bands]} to {@code [n, size]}. */
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> spectra);

    /**
     * The spectrum itself: what was prepared before it came into the graph.
     *
     * @param size numbers per spectrum
     */
    record Prepared(int size) implements SpectrumInput {
        @Override
        public int bands() {
            return size;
        }

        @Override
        public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> spectra) {
            return spectra;
        }
    }

    /**
     * Each band by itself to [0, 1] over the training pixels; values outside go on linearly.
     *
     * @param scaler of the bands
     */
    record Scaled(MinMaxScaler scaler) implements SpectrumInput {
        @Override
        public int bands() {
            return size();
        }

        @Override
        public int size() {
            return scaler.minimum().length;
        }

        @Override
        public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> spectra) {
            return tf.math.div(tf.math.sub(spectra, tf.constant(scaler.minimum())), tf.constant(scaler.range()));
        }
    }

    /**
     * Principal components of log reflectance beside the standard normal variate (Barnes, Dhanoa and Lister 1989). A
     * logarithm turns gains into offsets, the variate removes them; the components are of deviation 1, the later ones
     * less the later they come, and bounded, so that a spectrum of a kind never seen moves no number out of its range.
     *
     * @param components of the two side by side
     */
    record Scores(PrincipalComponents components) implements SpectrumInput {
        private static final float DARKEST = 0.005f;
        private static final float LEAST_VARIANCE = 1e-8f;

        /** Components up to here have deviation 1, a later one this number divided by its own. */
        private static final double EQUAL = 20;

        private static final float BOUND = 4;

        /** Finds the components of spectra, at most so many. */
        public static Scores fit(Matrix reflectance, int count) {
            return new Scores(PrincipalComponents.fit(described(reflectance), count));
        }

        @Override
        public int bands() {
            return components.mean().length / 2;
        }

        @Override
        public int size() {
            return components.loadings().rows();
        }

        /**
         * The variate is never made: its components are those of reflectance, divided by the deviation, since a kernel
         * whose numbers add up to 0 over the bands does not see the mean.
         */
        @Override
        public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> spectra) {
            Operand<TFloat32> light = tf.math.maximum(spectra, tf.constant(DARKEST));
            Operand<TFloat32> mean = tf.math.mean(light, tf.constant(-1), Mean.keepDims(true));
            Operand<TFloat32> variance =
                    tf.math.mean(tf.math.squaredDifference(light, mean), tf.constant(-1), Mean.keepDims(true));
            Operand<TFloat32> scale = tf.math.rsqrt(tf.math.add(variance, tf.constant(LEAST_VARIANCE)));
            float[] kernel = kernel();
            Operand<TFloat32> ofLogarithms = tf.linalg.matMul(tf.math.log(light), half(tf, kernel, 0));
            Operand<TFloat32> ofVariate =
                    tf.math.mul(tf.linalg.matMul(light, half(tf, centred(kernel), bands())), scale);
            Operand<TFloat32> scores = tf.math.add(tf.math.add(ofLogarithms, ofVariate), tf.constant(bias(kernel)));
            return tf.clipByValue(scores, tf.constant(-BOUND), tf.constant(BOUND));
        }

        /** The rows of as many inputs as there are bands, from one on. */
        private Operand<TFloat32> half(Ops tf, float[] kernel, int first) {
            float[] rows = Arrays.copyOfRange(kernel, first * size(), (first + bands()) * size());
            return tf.constant(Shape.of(bands(), size()), DataBuffers.of(rows, true, false));
        }

        /** The kernel with the mean over the bands taken off its second half. */
        private float[] centred(float[] kernel) {
            float[] result = kernel.clone();
            for (int component = 0; component < size(); component++) {
                double sum = 0;
                for (int input = bands(); input < 2 * bands(); input++) {
                    sum += kernel[input * size() + component];
                }
                for (int input = bands(); input < 2 * bands(); input++) {
                    result[input * size() + component] -= (float) (sum / bands());
                }
            }
            return result;
        }

        /** {@code [inputs, components]} in row order: those of the logarithms, then those of the variate. */
        private float[] kernel() {
            int inputs = 2 * bands();
            float[] kernel = new float[inputs * size()];
            for (int component = 0; component < size(); component++) {
                double share = Math.min(1, EQUAL / (component + 1));
                for (int input = 0; input < inputs; input++) {
                    kernel[input * size() + component] =
                            (float) (share * components.loadings().get(component, input));
                }
            }
            return kernel;
        }

        private float[] bias(float[] kernel) {
            float[] bias = new float[size()];
            for (int component = 0; component < bias.length; component++) {
                double sum = 0;
                for (int input = 0; input < 2 * bands(); input++) {
                    sum -= (double) kernel[input * bias.length + component]
                            * components.mean()[input];
                }
                bias[component] = (float) sum;
            }
            return bias;
        }

        private static Matrix described(Matrix reflectance) {
            int bands = reflectance.columns();
            Matrix result = Matrix.zeros(reflectance.rows(), 2 * bands);
            for (int row = 0; row < reflectance.rows(); row++) {
                describe(reflectance.row(row), result.values(), row * 2 * bands);
            }
            return result;
        }

        private static void describe(float[] spectrum, float[] into, int at) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < spectrum.length; i++) {
                spectrum[i] = Math.max(DARKEST, spectrum[i]);
                sum += spectrum[i];
                squares += (double) spectrum[i] * spectrum[i];
            }
            double mean = sum / spectrum.length;
            double deviation = Math.sqrt(Math.max(0, squares / spectrum.length - mean * mean) + LEAST_VARIANCE);
            for (int i = 0; i < spectrum.length; i++) {
                into[at + i] = (float) Math.log(spectrum[i]);
                into[at + spectrum.length + i] = (float) ((spectrum[i] - mean) / deviation);
            }
        }
    }
}
