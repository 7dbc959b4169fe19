/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The teacher and the student of DeepSalt: transformer layers over one token, and a head that answers with a
 * distribution of the logarithm of the target inside the output range.
 *
 * @param name prefix of the parameters' names
 * @param size width of the token
 * @param layers number of transformer layers
 * @param hidden width of the feed-forward layers
 * @param projected whether a dense layer comes first (the student's does, the teacher's does not)
 * @param range bounds of the answer
 */
public record Regressor(String name, int size, int layers, int hidden, boolean projected, OutputRange range) {
    private static final float SMALLEST_SCALE = 0.05f;
    private static final int STUDENT_LAYERS = 4;
    private static final int STUDENT_HIDDEN = 256;

    /**
     * The student of the paper.
     *
     * @param token width of the token: code and covariates
     */
    public static Regressor student(int token, OutputRange range) {
        return new Regressor("student", token, STUDENT_LAYERS, STUDENT_HIDDEN, true, range);
    }

    /**
     * The outcome of a pass.
     *
     * @param hidden the token after each layer, shape {@code [n, size]}
     * @param answer the distribution of the logarithm of the target
     */
    public record Pass(List<Operand<TFloat32>> hidden, Gaussian answer) {}

    /** Tokens {@code [n, size]} to hidden states and answers. */
    public Pass apply(Ops tf, Weights weights, Operand<TFloat32> token, Dropout dropout) {
        Operand<TFloat32> x = projected ? Dense.linear(tf, weights, name + "/input", token, size, size) : token;
        x = tf.math.add(x, tf.constant(firstPosition()));
        List<Operand<TFloat32>> states = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            x = new TransformerLayer(name + "/layer" + layer, size, hidden).apply(tf, weights, x, dropout);
            states.add(x);
        }
        return new Pass(states, head(tf, weights, x));
    }

    private Gaussian head(Ops tf, Weights weights, Operand<TFloat32> x) {
        return answer(
                tf,
                tf.concat(
                        List.of(
                                Dense.linear(tf, weights, name + "/mean", x, size, 1),
                                Dense.linear(tf, weights, name + "/scale", x, size, 1)),
                        tf.constant(1)));
    }

    /** The answer from what the heads say, {@code [n, 2]}: level and spread, both still unbounded. */
    Gaussian answer(Ops tf, Operand<TFloat32> heads) {
        double low = range.logMinimum();
        double width = range.logMaximum() - low;
        Operand<TFloat32> level = tf.math.sigmoid(column(tf, heads, 0));
        Operand<TFloat32> mean = tf.math.add(tf.math.mul(level, tf.constant((float) width)), tf.constant((float) low));
        Operand<TFloat32> spread = tf.math.softplus(column(tf, heads, 1));
        return new Gaussian(mean, tf.math.add(spread, tf.constant(SMALLEST_SCALE)));
    }

    private static Operand<TFloat32> column(Ops tf, Operand<TFloat32> x, int column) {
        return tf.slice(x, tf.constant(new int[] {0, column}), tf.constant(new int[] {-1, 1}));
    }

    /** The sinusoidal code of position 0: sines are 0, cosines are 1. */
    float[] firstPosition() {
        float[] code = new float[size];
        for (int i = 1; i < size; i += 2) {
            code[i] = 1;
        }
        return code;
    }
}
