/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Turns a regressor's last numbers into its prediction, and has the losses by which they are trained. It decides on
 * which scale the target is learned; the answer is always a distribution of the target's natural logarithm, so that
 * everything behind the net need not know. Immutable.
 */
public interface Head {
    /** Bounds of the answer, in the unit of the target. */
    OutputRange range();

    /** The same head for answers within other bounds. */
    Head withRange(OutputRange other);

    /** The dense layers of width 1 whose outputs, side by side, are the numbers {@code [n, names]}. */
    List<String> names();

    /** A label on the scale on which it is learned. */
    float learned(float label);

    /** The expected target on the scale on which it is learned, {@code [n, 1]}. */
    Operand<TFloat32> value(Ops tf, Operand<TFloat32> numbers);

    /** The answer, for everything behind the net. */
    Gaussian answer(Ops tf, Operand<TFloat32> numbers);

    /**
     * Scalar loss by which the head learns its scale, that is the standard deviation of its answer; 0 where the scale
     * is fixed.
     *
     * @param labels on the scale of {@link #learned}, {@code [n, 1]}
     */
    Operand<TFloat32> scaleLoss(Ops tf, Operand<TFloat32> numbers, Operand<TFloat32> labels);

    /** Scalar Kullback-Leibler divergence of the student's distribution from the teacher's. */
    Operand<TFloat32> divergence(Ops tf, Operand<TFloat32> teacher, Operand<TFloat32> student);
}
