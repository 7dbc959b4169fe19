/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.random.RandomUniform;
import org.tensorflow.types.TFloat32;

/**
 * Sets a share of the values to zero and scales up the rest, with masks that follow from the seed. One instance serves
 * one graph and gives each place in it a stream of its own.
 */
public final class Dropout {
    /** No dropout: for prediction. */
    public static final Dropout NONE = new Dropout(0, 0);

    private final float rate;
    private final long seed;
    private long places;

    public Dropout(float rate, long seed) {
        this.rate = rate;
        this.seed = seed;
    }

    public Operand<TFloat32> apply(Ops tf, Operand<TFloat32> x) {
        if (rate == 0) {
            return x;
        }
        places++;
        Operand<TFloat32> uniform = tf.random.randomUniform(
                tf.shape(x), TFloat32.class, RandomUniform.seed(seed), RandomUniform.seed2(places));
        Operand<TFloat32> keep = tf.dtypes.cast(tf.math.greaterEqual(uniform, tf.constant(rate)), TFloat32.class);
        return tf.math.mul(x, tf.math.mul(keep, tf.constant(1 / (1 - rate))));
    }
}
