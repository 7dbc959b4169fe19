/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Max;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.op.core.Sum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/** Scalar losses over a batch; the formulas are DeepSalt's (arXiv 2510.23124) unless another source is named. */
public final class Losses {
    private static final float TINY = 1e-6f;

    private Losses() {}

    public static Operand<TFloat32> meanSquare(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        return mean(tf, tf.math.squaredDifference(a, b));
    }

    /** Quadratic up to {@code delta}, linear beyond (Huber 1964); with delta 1 also known as SmoothL1. */
    public static Operand<TFloat32> huber(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, float delta) {
        Operand<TFloat32> error = tf.math.abs(tf.math.sub(a, b));
        Operand<TFloat32> bounded = tf.math.minimum(error, tf.constant(delta));
        Operand<TFloat32> beyond = tf.math.sub(error, bounded);
        Operand<TFloat32> inner = tf.math.mul(tf.constant(0.5f), tf.math.square(bounded));
        return mean(tf, tf.math.add(inner, tf.math.mul(tf.constant(delta), beyond)));
    }

    /** Kullback-Leibler divergence of the mean activation of each code unit from a wanted activation (Ng 2011). */
    public static Operand<TFloat32> sparsity(Ops tf, Operand<TFloat32> codes, float wanted) {
        Operand<TFloat32> activation =
                tf.clipByValue(tf.math.mean(codes, tf.constant(0)), tf.constant(TINY), tf.constant(1 - TINY));
        Operand<TFloat32> on = tf.math.mul(
                tf.constant(wanted), tf.math.sub(tf.constant((float) Math.log(wanted)), tf.math.log(activation)));
        Operand<TFloat32> off = tf.math.mul(
                tf.constant(1 - wanted),
                tf.math.sub(
                        tf.constant((float) Math.log(1 - wanted)),
                        tf.math.log(tf.math.sub(tf.constant(1f), activation))));
        return tf.sum(tf.math.add(on, off), tf.constant(0));
    }

    /** One minus the mean cosine between rows of {@code a} and {@code b}. */
    public static Operand<TFloat32> cosine(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
        Operand<TFloat32> similarity = tf.sum(tf.math.mul(unit(tf, a), unit(tf, b)), tf.constant(1));
        return tf.math.sub(tf.constant(1f), mean(tf, similarity));
    }

    /**
     * Symmetric contrastive loss (InfoNCE, van den Oord 2018): each row of {@code a} shall be nearer to its partner in
     * {@code b} than to any other row, and the other way round. It is what a constant code cannot satisfy.
     */
    public static Operand<TFloat32> contrastive(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b, float temperature) {
        Operand<TFloat32> similarity = tf.math.div(
                tf.linalg.matMul(unit(tf, a), unit(tf, b), MatMul.transposeB(true)), tf.constant(temperature));
        Operand<TFloat32> partner = tf.linalg.tensorDiagPart(similarity);
        Operand<TFloat32> there = mean(tf, tf.math.sub(logSumExp(tf, similarity, 1), partner));
        Operand<TFloat32> back = mean(tf, tf.math.sub(logSumExp(tf, similarity, 0), partner));
        return tf.math.mul(tf.constant(0.5f), tf.math.add(there, back));
    }

    /** Kullback-Leibler divergence of the student's normal distribution from the teacher's, averaged over samples. */
    public static Operand<TFloat32> divergence(Ops tf, Gaussian teacher, Gaussian student) {
        Operand<TFloat32> variance = tf.math.square(student.scale());
        Operand<TFloat32> spread =
                tf.math.add(tf.math.square(teacher.scale()), tf.math.squaredDifference(teacher.mean(), student.mean()));
        Operand<TFloat32> ratio = tf.math.log(tf.math.div(student.scale(), teacher.scale()));
        Operand<TFloat32> half =
                tf.math.mul(tf.constant(0.5f), tf.math.sub(tf.math.div(spread, variance), tf.constant(1f)));
        return mean(tf, tf.math.add(ratio, half));
    }

    /**
     * Kullback-Leibler divergence of the student's yes-or-no decisions from the teacher's, summed over decisions and
     * averaged over samples. With {@code p = sigmoid(a)}, {@code q = sigmoid(b)} it is
     * {@code p (a - b) + softplus(b) - softplus(a)}, which stays finite however sure either is.
     *
     * @param teacher logits {@code a}, {@code [n, decisions]}
     * @param student logits {@code b}, {@code [n, decisions]}
     */
    public static Operand<TFloat32> ordinalDivergence(Ops tf, Operand<TFloat32> teacher, Operand<TFloat32> student) {
        Operand<TFloat32> slope = tf.math.mul(tf.math.sigmoid(teacher), tf.math.sub(teacher, student));
        Operand<TFloat32> rest = tf.math.sub(tf.math.softplus(student), tf.math.softplus(teacher));
        return mean(tf, tf.sum(tf.math.add(slope, rest), tf.constant(1)));
    }

    /**
     * Negative log-likelihood of the labels, up to a constant, as a function of the scale alone: the mean is held, so
     * that a net cannot buy likelihood with a worse mean.
     */
    public static Operand<TFloat32> scaleLikelihood(Ops tf, Gaussian answer, Operand<TFloat32> label) {
        Operand<TFloat32> error = tf.math.squaredDifference(tf.stopGradient(answer.mean()), label);
        Operand<TFloat32> misfit = tf.math.div(error, tf.math.square(answer.scale()));
        return mean(tf, tf.math.add(tf.math.log(answer.scale()), tf.math.mul(tf.constant(0.5f), misfit)));
    }

    private static Operand<TFloat32> unit(Ops tf, Operand<TFloat32> x) {
        Operand<TFloat32> square = tf.sum(tf.math.square(x), tf.constant(1), Sum.keepDims(true));
        return tf.math.mul(x, tf.math.rsqrt(tf.math.add(square, tf.constant(TINY))));
    }

    private static Operand<TFloat32> logSumExp(Ops tf, Operand<TFloat32> x, int axis) {
        Operand<TFloat32> top = tf.stopGradient(tf.max(x, tf.constant(axis), Max.keepDims(true)));
        Operand<TFloat32> sum = tf.sum(tf.math.exp(tf.math.sub(x, top)), tf.constant(axis));
        return tf.math.add(tf.math.log(sum), tf.squeeze(top, Squeeze.axis(List.of((long) axis))));
    }

    /** Mean over all elements, whatever the shape. */
    private static Operand<TFloat32> mean(Ops tf, Operand<TFloat32> x) {
        return tf.math.mean(tf.reshape(x, tf.constant(new int[] {-1})), tf.constant(0), Mean.keepDims(false));
    }
}
