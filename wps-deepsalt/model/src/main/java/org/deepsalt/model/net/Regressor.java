/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.ArrayList;
import java.util.List;
import org.deepsalt.model.net.layer.Dense;
import org.deepsalt.model.net.layer.Dropout;
import org.deepsalt.model.net.layer.TransformerLayer;
import org.deepsalt.model.net.layer.Weights;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The teacher and the student of DeepSalt: transformer layers over one token, and a head. The paper gives the teacher 4
 * attention heads and the student 8; over a single token they change nothing, see {@link TransformerLayer}.
 *
 * @param name prefix of the parameters' names
 * @param size width of the token
 * @param layers number of transformer layers
 * @param hidden width of the feed-forward layers
 * @param projected whether a dense layer comes first (the student's does, the teacher's does not)
 * @param head what becomes of the last layer
 */
public record Regressor(String name, int size, int layers, int hidden, boolean projected, Head head) {
    private static final int TEACHER_LAYERS = 3;
    private static final int TEACHER_HIDDEN = 128;
    private static final int STUDENT_LAYERS = 4;
    private static final int STUDENT_HIDDEN = 256;

    /**
     * The teacher of the paper.
     *
     * @param token width of the token: a code
     */
    public static Regressor teacher(int token, Head head) {
        return new Regressor("teacher", token, TEACHER_LAYERS, TEACHER_HIDDEN, false, head);
    }

    /** Layers of a regressor with a projection before them, as students are. */
    public record Shape(int layers, int hidden) {
        /** The paper's. */
        public static final Shape PAPER = new Shape(STUDENT_LAYERS, STUDENT_HIDDEN);

        /** Half of its layers, half as wide. */
        public static final Shape LIGHT = new Shape(STUDENT_LAYERS / 2, STUDENT_HIDDEN / 2);
    }

    /**
     * A student.
     *
     * @param token width of the token: code and covariates
     */
    public static Regressor student(int token, Shape shape, Head head) {
        return new Regressor("student", token, shape.layers, shape.hidden, true, head);
    }

    /**
     * The outcome of a pass.
     *
     * @param hidden the token after each layer, shape {@code [n, size]}
     * @param numbers what the head reads, see {@link Head#names}
     */
    public record Pass(List<Operand<TFloat32>> hidden, Operand<TFloat32> numbers) {}

    /** Tokens {@code [n, size]} to hidden states and the numbers of the head. */
    public Pass apply(Ops tf, Weights weights, Operand<TFloat32> token, Dropout dropout) {
        Operand<TFloat32> x = projected ? Dense.linear(tf, weights, name + "/input", token, size, size) : token;
        x = tf.math.add(x, tf.constant(firstPosition()));
        List<Operand<TFloat32>> states = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            x = new TransformerLayer(name + "/layer" + layer, size, hidden).apply(tf, weights, x, dropout);
            states.add(x);
        }
        return new Pass(states, numbers(tf, weights, x));
    }

    private Operand<TFloat32> numbers(Ops tf, Weights weights, Operand<TFloat32> x) {
        List<Operand<TFloat32>> columns = new ArrayList<>();
        for (String output : head.names()) {
            columns.add(Dense.linear(tf, weights, name + "/" + output, x, size, 1));
        }
        return columns.size() == 1 ? columns.get(0) : tf.concat(columns, tf.constant(1));
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
