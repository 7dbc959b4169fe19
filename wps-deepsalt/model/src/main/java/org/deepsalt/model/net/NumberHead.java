/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.List;
import org.deepsalt.model.net.layer.Dense;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The paper's head: one number in the unit of the target, {@code minimum + (maximum - minimum) sigmoid(x)}. It has
 * no standard deviation of its own, so every prediction gets the scale 1, and intervals the same width on a logarithmic
 * scale.
 *
 * <p>Between single numbers a Kullback-Leibler divergence is always 0 (softmax over one element). The divergence here
 * is that of ordinal decisions instead: whether the target lies above each of the bounds between salinity classes (2,
 * 4, 8 and 16 dS/m; for another target the same numbers in its unit), with probability
 * {@code sigmoid(ln(value / bound) / WIDTH)}. It needs nothing but the number, so the net stays the published one.
 */
public record NumberHead(OutputRange range) implements Head {
    private static final float[] CLASS_BOUNDS = {2, 4, 8, 16};
    private static final float WIDTH = 0.5f;

    @Override
    public Head withRange(OutputRange other) {
        return new NumberHead(other);
    }

    @Override
    public List<String> names() {
        return List.of("mean");
    }

    @Override
    public float learned(float label) {
        return label;
    }

    @Override
    public Operand<TFloat32> value(Ops tf, Operand<TFloat32> numbers) {
        float width = (float) (range.maximum() - range.minimum());
        Operand<TFloat32> level = tf.math.sigmoid(Dense.column(tf, numbers, 0));
        return tf.math.add(tf.math.mul(level, tf.constant(width)), tf.constant((float) range.minimum()));
    }

    @Override
    public Gaussian answer(Ops tf, Operand<TFloat32> numbers) {
        Operand<TFloat32> log = tf.math.log(value(tf, numbers));
        return new Gaussian(log, tf.onesLike(log));
    }

    @Override
    public Operand<TFloat32> scaleLoss(Ops tf, Operand<TFloat32> numbers, Operand<TFloat32> labels) {
        return tf.constant(0f);
    }

    @Override
    public Operand<TFloat32> divergence(Ops tf, Operand<TFloat32> teacher, Operand<TFloat32> student) {
        return Losses.ordinalDivergence(tf, decisions(tf, teacher), decisions(tf, student));
    }

    /** Logits of lying above each bound, {@code [n, bounds]}. */
    private Operand<TFloat32> decisions(Ops tf, Operand<TFloat32> numbers) {
        float[] logBounds = new float[CLASS_BOUNDS.length];
        for (int i = 0; i < logBounds.length; i++) {
            logBounds[i] = (float) Math.log(CLASS_BOUNDS[i]);
        }
        Operand<TFloat32> above = tf.math.sub(tf.math.log(value(tf, numbers)), tf.constant(logBounds));
        return tf.math.div(above, tf.constant(WIDTH));
    }
}
