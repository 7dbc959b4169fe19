/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import org.deepsalt.model.net.layer.Affine;
import org.deepsalt.model.net.layer.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/**
 * A trained {@link Regressor} with as few operations as give the same answer. Attention over one token is a linear map,
 * so it joins the residual and the layer before it; gains and offsets of the normalisations go into the layers that
 * follow, and their means into the layers before, whose outputs are made to have the mean 0.
 */
public final class FoldedRegressor {
    private static final float EPSILON = 1e-5f;

    private final Regressor net;
    private final Parameters trained;
    private final Affine.Multiplication multiplication;

    /** @param multiplication of all layers but the head */
    public FoldedRegressor(Regressor net, Parameters trained, Affine.Multiplication multiplication) {
        this.net = net;
        this.trained = trained;
        this.multiplication = multiplication;
    }

    /**
     * Answers for tokens that still lack a gain and an offset.
     *
     * @param token {@code [n, size]}
     * @param gain of each of its numbers
     * @param offset of each of its numbers
     */
    public Gaussian apply(Ops tf, Operand<TFloat32> token, double[] gain, double[] offset) {
        Affine before = input().of(gain, offset);
        Operand<TFloat32> x = token;
        for (int layer = 0; layer < net.layers(); layer++) {
            String name = net.name() + "/layer" + layer;
            Operand<TFloat32> attended =
                    normal(tf, multiplication.of(before.then(attention(name)).centred(), tf, x));
            x = normal(tf, feedForward(tf, name, attended));
            before = norm(name + "/norm2");
        }
        return net.head().answer(tf, before.then(numbers()).apply(tf, x));
    }

    private Affine numbers() {
        return net.head().names().stream()
                .map(output -> dense("/" + output, net.size(), 1))
                .reduce(Affine::beside)
                .orElseThrow();
    }

    private Affine input() {
        int size = net.size();
        double[] ones = new double[size];
        java.util.Arrays.fill(ones, 1);
        Affine first = net.projected() ? dense("/input", size, size) : Affine.diagonal(ones, new double[size]);
        return first.plus(Affine.doubles(net.firstPosition()));
    }

    private Affine attention(String name) {
        int size = net.size();
        return Affine.dense(trained, name + "/attention/value", size, size)
                .then(Affine.dense(trained, name + "/attention/output", size, size))
                .plusInput();
    }

    private Affine norm(String name) {
        return Affine.diagonal(
                Affine.doubles(trained.get(name + "/gain")), Affine.doubles(trained.get(name + "/offset")));
    }

    /** Two layers and the residual around them, with the mean 0. */
    private Operand<TFloat32> feedForward(Ops tf, String name, Operand<TFloat32> x) {
        Affine norm = norm(name + "/norm1");
        Affine in = norm.then(Affine.dense(trained, name + "/feedforward/in", net.size(), net.hidden()));
        Affine out = Affine.dense(trained, name + "/feedforward/out", net.hidden(), net.size());
        Operand<TFloat32> inner = tf.nn.relu(multiplication.of(in, tf, x));
        return tf.math.add(
                multiplication.of(out.plus(norm.bias()).centred(), tf, inner),
                norm.centred().product(tf, x));
    }

    /** To variance 1, for numbers with the mean 0. */
    private static Operand<TFloat32> normal(Ops tf, Operand<TFloat32> centred) {
        Operand<TFloat32> variance = tf.math.mean(tf.math.square(centred), tf.constant(-1), Mean.keepDims(true));
        return tf.math.mul(centred, tf.math.rsqrt(tf.math.add(variance, tf.constant(EPSILON))));
    }

    private Affine dense(String name, int inputs, int outputs) {
        return Affine.dense(trained, net.name() + name, inputs, outputs);
    }
}
