/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.deepsalt.model.net.Affine;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.FoldedRegressor;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * An {@link EstimatorNet} with as few operations as give the same answers within rounding: scalers and standardisers
 * have become part of the layers after them, and the student is folded too.
 */
record FoldedNet(EstimatorNet net, Parameters trained) {
    private static final float SMALLEST = 1e-12f;

    /** As {@link EstimatorNet#apply}. */
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> pixels) {
        int bands = net.encoder().inputs();
        Operand<TFloat32> reflectance = columns(tf, pixels, 0, bands);
        Operand<TFloat32> free = scaled(tf, columns(tf, pixels, bands, net.inputs() - bands), net.covariateScaler());
        Operand<TFloat32> code = encode(tf, reflectance);
        Operand<TFloat32> bounded = tf.clipByValue(free, tf.constant(0f), tf.constant(1f));
        double[] gain = gain();
        double[] offset = offset(gain);
        Gaussian answer = new FoldedRegressor(net.student(), trained)
                .apply(tf, tf.concat(List.of(code, bounded), tf.constant(1)), gain, offset);
        Operand<TFloat32> distance = dissimilarity(tf, tf.concat(List.of(code, free), tf.constant(1)), gain, offset);
        return tf.concat(List.of(answer.mean(), answer.scale(), distance), tf.constant(1));
    }

    private static Operand<TFloat32> columns(Ops tf, Operand<TFloat32> x, int from, int count) {
        return tf.slice(x, tf.constant(new int[] {0, from}), tf.constant(new int[] {-1, count}));
    }

    private static Operand<TFloat32> scaled(Ops tf, Operand<TFloat32> x, MinMaxScaler scaler) {
        return tf.math.div(tf.math.sub(x, tf.constant(scaler.minimum())), tf.constant(scaler.range()));
    }

    private Operand<TFloat32> encode(Ops tf, Operand<TFloat32> reflectance) {
        Autoencoder encoder = net.encoder();
        MinMaxScaler scaler = net.spectrumScaler();
        double[] gain = new double[encoder.inputs()];
        double[] offset = new double[encoder.inputs()];
        for (int i = 0; i < gain.length; i++) {
            gain[i] = 1.0 / scaler.range()[i];
            offset[i] = -scaler.minimum()[i] * gain[i];
        }
        Operand<TFloat32> x = reflectance;
        int size = encoder.inputs();
        for (int layer = 0; layer < encoder.widths().size(); layer++) {
            int width = encoder.widths().get(layer);
            Affine dense = Affine.dense(trained, encoder.domain() + "/encoder/" + layer, size, width);
            x = tf.nn.relu((layer == 0 ? dense.of(gain, offset) : dense).apply(tf, x));
            size = width;
        }
        return x;
    }

    /** What the token lacks: the codes are not standardised yet, the covariates are what they shall be. */
    private double[] gain() {
        double[] gain = new double[net.student().size()];
        Arrays.fill(gain, 1);
        float[] factor = net.codeStandardiser().factor();
        for (int i = 0; i < factor.length; i++) {
            gain[i] = factor[i];
        }
        return gain;
    }

    private double[] offset(double[] gain) {
        double[] offset = new double[gain.length];
        float[] mean = net.codeStandardiser().mean();
        for (int i = 0; i < mean.length; i++) {
            offset[i] = -mean[i] * gain[i];
        }
        return offset;
    }

    /** The square of a distance is own square less twice the product plus the other's square, known beforehand. */
    private Operand<TFloat32> dissimilarity(Ops tf, Operand<TFloat32> tokens, double[] gain, double[] offset) {
        float[] weights = net.tokenWeights();
        float[] factor = new float[weights.length];
        float[] shift = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            factor[i] = (float) (gain[i] * weights[i]);
            shift[i] = (float) (offset[i] * weights[i]);
        }
        Operand<TFloat32> weighted = tf.math.add(tf.math.mul(tokens, tf.constant(factor)), tf.constant(shift));
        Operand<TFloat32> own = tf.sum(tf.math.square(weighted), tf.constant(1), Sum.keepDims(true));
        Operand<TFloat32> others = tf.min(references().apply(tf, weighted), tf.constant(1), Min.keepDims(true));
        Operand<TFloat32> nearest = tf.math.maximum(tf.math.add(own, others), tf.constant(SMALLEST));
        return tf.math.mul(tf.math.sqrt(nearest), tf.constant((float) (1 / net.meanDistance())));
    }

    private Affine references() {
        Matrix known = net.references();
        double[] kernel = new double[known.rows() * known.columns()];
        double[] squares = new double[known.rows()];
        for (int row = 0; row < known.rows(); row++) {
            for (int column = 0; column < known.columns(); column++) {
                double value = known.get(row, column);
                kernel[column * known.rows() + row] = -2 * value;
                squares[row] += value * value;
            }
        }
        return new Affine(known.columns(), known.rows(), kernel, squares);
    }
}
