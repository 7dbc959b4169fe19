/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.List;
import org.deepsalt.model.net.layer.Dense;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Answers with mean and scale of the logarithm of the target, both learned: soil EC is spread over three decades. */
public record LogNormalHead(OutputRange range) implements Head {
    private static final float SMALLEST_SCALE = 0.05f;

    @Override
    public Head withRange(OutputRange other) {
        return new LogNormalHead(other);
    }

    @Override
    public List<String> names() {
        return List.of("mean", "scale");
    }

    @Override
    public float learned(float label) {
        return range.toLog(label);
    }

    @Override
    public Operand<TFloat32> value(Ops tf, Operand<TFloat32> numbers) {
        double low = range.logMinimum();
        double width = range.logMaximum() - low;
        Operand<TFloat32> level = tf.math.sigmoid(Dense.column(tf, numbers, 0));
        return tf.math.add(tf.math.mul(level, tf.constant((float) width)), tf.constant((float) low));
    }

    @Override
    public Gaussian answer(Ops tf, Operand<TFloat32> numbers) {
        Operand<TFloat32> spread = tf.math.softplus(Dense.column(tf, numbers, 1));
        return new Gaussian(value(tf, numbers), tf.math.add(spread, tf.constant(SMALLEST_SCALE)));
    }

    @Override
    public Operand<TFloat32> scaleLoss(Ops tf, Operand<TFloat32> numbers, Operand<TFloat32> labels) {
        return Losses.scaleLikelihood(tf, answer(tf, numbers), labels);
    }

    @Override
    public Operand<TFloat32> divergence(Ops tf, Operand<TFloat32> teacher, Operand<TFloat32> student) {
        return Losses.divergence(tf, answer(tf, teacher), answer(tf, student));
    }
}
