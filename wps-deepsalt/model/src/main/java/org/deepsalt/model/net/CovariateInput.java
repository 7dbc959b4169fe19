/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.List;
import org.deepsalt.model.matrix.MinMaxScaler;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Turns covariates into numbers of the student's token. Where they are optional, NaN says that one is missing: its
 * value becomes 0, the middle of the range, and a number of its own says whether it is there. A value far from all that
 * were learned from counts as missing too: climate hardly varies within a region, so that a net can say nothing about
 * another climate.
 *
 * @param scaler covariates to [0, 1] over pixels with a label; the student sees them bounded, distances unbounded
 * @param optional whether each of them may be missing
 */
public record CovariateInput(MinMaxScaler scaler, boolean optional) {
    /** How far beyond its range, as a share of it, a value is still used. */
    private static final float MARGIN = 0.1f;

    /** Number of covariates. */
    public int count() {
        return scaler.minimum().length;
    }

    /** Numbers in the token. */
    public int size() {
        return optional ? 2 * count() : count();
    }

    /** For the net, {@code [n, count]} to {@code [n, size]}: bounded values, then, if optional, presences. */
    public Operand<TFloat32> bounded(Ops tf, Operand<TFloat32> covariates) {
        Operand<TFloat32> scaled = scaled(tf, covariates);
        Operand<TFloat32> values = tf.clipByValue(scaled, tf.constant(0f), tf.constant(1f));
        if (!optional) {
            return values;
        }
        // A comparison with NaN is false.
        Operand<TFloat32> usable = tf.dtypes.cast(
                tf.math.lessEqual(tf.math.abs(centred(tf, scaled)), tf.constant(1 + 2 * MARGIN)), TFloat32.class);
        return tf.concat(List.of(where(tf, usable, centred(tf, values)), usable), tf.constant(1));
    }

    /** For distances, {@code [n, count]} to the same: values that may leave the range, 0 for one that is missing. */
    public Operand<TFloat32> free(Ops tf, Operand<TFloat32> covariates) {
        Operand<TFloat32> scaled = scaled(tf, covariates);
        return optional ? where(tf, present(tf, covariates), centred(tf, scaled)) : scaled;
    }

    /** 1 for each that is there, 0 for one that is missing, {@code [n, count]}. */
    public Operand<TFloat32> present(Ops tf, Operand<TFloat32> covariates) {
        return tf.math.sub(tf.constant(1f), tf.dtypes.cast(tf.math.isNan(covariates), TFloat32.class));
    }

    private Operand<TFloat32> scaled(Ops tf, Operand<TFloat32> covariates) {
        return tf.math.div(tf.math.sub(covariates, tf.constant(scaler.minimum())), tf.constant(scaler.range()));
    }

    /** From [0, 1] to [-1, 1]. */
    private static Operand<TFloat32> centred(Ops tf, Operand<TFloat32> values) {
        return tf.math.sub(tf.math.mul(values, tf.constant(2f)), tf.constant(1f));
    }

    private static Operand<TFloat32> where(Ops tf, Operand<TFloat32> present, Operand<TFloat32> values) {
        return tf.select(tf.math.greater(present, tf.constant(0.5f)), values, tf.zerosLike(values));
    }
}
