/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One encoder layer of a transformer over a single token, as DeepSalt uses it: post-norm, ReLU feed-forward. With one
 * token the softmax over positions is 1, so attention is the values' projection followed by the output projection
 * whatever the number of heads; queries and keys would never receive a gradient and are left out.
 *
 * @param name prefix of the parameters' names
 * @param size width of the token
 * @param hidden width of the feed-forward layer
 */
public record TransformerLayer(String name, int size, int hidden) {
    /** Shape {@code [n, size]} to the same. */
    public Operand<TFloat32> apply(Ops tf, Weights weights, Operand<TFloat32> token, Dropout dropout) {
        Operand<TFloat32> values = Dense.linear(tf, weights, name + "/attention/value", token, size, size);
        Operand<TFloat32> attended = Dense.linear(tf, weights, name + "/attention/output", values, size, size);
        Operand<TFloat32> x =
                Dense.layerNorm(tf, weights, name + "/norm1", tf.math.add(token, dropout.apply(tf, attended)), size);
        Operand<TFloat32> inner = tf.nn.relu(Dense.linear(tf, weights, name + "/feedforward/in", x, size, hidden));
        Operand<TFloat32> outer =
                Dense.linear(tf, weights, name + "/feedforward/out", dropout.apply(tf, inner), hidden, size);
        return Dense.layerNorm(tf, weights, name + "/norm2", tf.math.add(x, dropout.apply(tf, outer)), size);
    }
}
