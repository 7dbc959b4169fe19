/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.estimator;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.matrix.Matrix;
import org.deepsalt.model.net.Autoencoder;
import org.deepsalt.model.net.FoldedRegressor;
import org.deepsalt.model.net.Gaussian;
import org.deepsalt.model.net.StudentNet;
import org.deepsalt.model.net.layer.Affine;
import org.deepsalt.model.net.layer.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Min;
import org.tensorflow.op.core.Sum;
import org.tensorflow.types.TFloat32;

/**
 * An {@link EstimatorNet} with as few operations as give the same answers within rounding: the standardiser of codes
 * has become part of the layers after it, and the student is folded too.
 */
final class FoldedNet {
    private final EstimatorNet net;
    private final Parameters trained;

    FoldedNet(EstimatorNet net, Parameters trained) {
        this.net = net;
        this.trained = trained;
    }

    /** As {@link EstimatorNet#apply}. */
    Operand<TFloat32> apply(Ops tf, Operand<TFloat32> pixels) {
        return apply(tf, pixels, Affine::apply);
    }

    /**
     * The same with the layers of encoder and student in bfloat16. The principal components, the comparison with the
     * training data, which subtracts numbers that are nearly equal, and the head stay in float32: they are small.
     */
    Operand<TFloat32> applyInBfloat16(Ops tf, Operand<TFloat32> pixels) {
        return apply(tf, pixels, Affine::applyInBfloat16);
    }

    private Operand<TFloat32> apply(Ops tf, Operand<TFloat32> pixels, Affine.Multiplication multiplication) {
        StudentNet student = net.student();
        Operand<TFloat32> raw = net.covariates(tf, pixels);
        Operand<TFloat32> code = encode(tf, student.spectrum().apply(tf, net.reflectance(tf, pixels)), multiplication);
        double[] gain = gain();
        double[] offset = offset(gain);
        Operand<TFloat32> token = tf.concat(List.of(code, student.covariates().bounded(tf, raw)), tf.constant(1));
        Gaussian answer =
                new FoldedRegressor(student.regressor(), trained, multiplication).apply(tf, token, gain, offset);
        Operand<TFloat32> free = tf.concat(List.of(code, student.covariates().free(tf, raw)), tf.constant(1));
        Operand<TFloat32> distance = dissimilarity(tf, free, raw, gain, offset);
        return tf.concat(List.of(answer.mean(), answer.scale(), distance), tf.constant(1));
    }

    private Operand<TFloat32> encode(Ops tf, Operand<TFloat32> spectra, Affine.Multiplication multiplication) {
        Autoencoder encoder = net.student().encoder();
        Operand<TFloat32> x = spectra;
        int size = encoder.inputs();
        for (int layer = 0; layer < encoder.widths().size(); layer++) {
            int width = encoder.widths().get(layer);
            Affine dense = Affine.dense(trained, encoder.domain() + "/encoder/" + layer, size, width);
            x = tf.nn.relu(multiplication.of(dense, tf, x));
            size = width;
        }
        return x;
    }

    /** What the token lacks: the codes are not standardised yet, the covariates are what they shall be. */
    private double[] gain() {
        double[] gain = new double[net.student().regressor().size()];
        Arrays.fill(gain, 1);
        float[] factor = net.student().standard().factor();
        for (int i = 0; i < factor.length; i++) {
            gain[i] = factor[i];
        }
        return gain;
    }

    private double[] offset(double[] gain) {
        double[] offset = new double[gain.length];
        float[] mean = net.student().standard().mean();
        for (int i = 0; i < mean.length; i++) {
            offset[i] = -mean[i] * gain[i];
        }
        return offset;
    }

    /**
     * The square of a distance is own square less twice the product plus the other's square, known beforehand. The own
     * square is the same for all references and joins the smallest; what a missing covariate has added too much is a
     * row of the same product.
     */
    private Operand<TFloat32> dissimilarity(
            Ops tf, Operand<TFloat32> tokens, Operand<TFloat32> raw, double[] gain, double[] offset) {
        float[] weights = net.tokenWeights();
        float[] factor = new float[weights.length];
        float[] shift = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            factor[i] = (float) (gain[i] * weights[i]);
            shift[i] = (float) (offset[i] * weights[i]);
        }
        Operand<TFloat32> weighted = tf.math.add(tf.math.mul(tokens, tf.constant(factor)), tf.constant(shift));
        Operand<TFloat32> own = tf.sum(tf.math.square(weighted), tf.constant(1), Sum.keepDims(true));
        Affine references = references();
        Operand<TFloat32> nearest = tf.min(
                references.apply(tf, net.correctable() ? withMissing(tf, weighted, raw) : weighted),
                tf.constant(1),
                Min.keepDims(true));
        return net.index(tf, tf.math.add(own, nearest));
    }

    private Operand<TFloat32> withMissing(Ops tf, Operand<TFloat32> weighted, Operand<TFloat32> raw) {
        return tf.concat(List.of(weighted, net.missing(tf, raw)), tf.constant(1));
    }

    private Affine references() {
        Matrix known = net.references();
        int count = net.correctable() ? net.student().covariates().count() : 0;
        int inputs = known.columns() + count;
        double[] kernel = new double[known.rows() * inputs];
        double[] squares = new double[known.rows()];
        for (int row = 0; row < known.rows(); row++) {
            for (int column = 0; column < known.columns(); column++) {
                double value = known.get(row, column);
                kernel[column * known.rows() + row] = -2 * value;
                squares[row] += value * value;
                int covariate = column - (known.columns() - count);
                if (covariate >= 0) {
                    kernel[(known.columns() + covariate) * known.rows() + row] = -value * value;
                }
            }
        }
        return new Affine(inputs, known.rows(), kernel, squares);
    }
}
