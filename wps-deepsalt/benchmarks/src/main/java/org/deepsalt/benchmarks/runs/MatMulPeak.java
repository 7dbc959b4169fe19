/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.runs;

import java.util.Arrays;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The fastest that TensorFlow multiplies matrices on this machine with all cores: matrices large enough that nothing
 * else counts. TensorFlow must have been started with all cores.
 */
public final class MatMulPeak {
    private static final int ROWS = 4096;
    private static final int SIDE = 1024;
    /** One product feeds the next, so that none is left out as a copy of another. */
    private static final int CHAIN = 2;

    private static final int TRIES = 5;
    /** The first pass sets up threads and buffers. */
    private static final int WARM_UPS = 1;

    private MatMulPeak() {}

    /** Floating-point operations per second, the best of several tries. */
    public static double measure() {
        try (Graph graph = new Graph();
                Session session = new Session(graph);
                TFloat32 rows = filled(ROWS, 1);
                TFloat32 square = filled(SIDE, 1f / SIDE)) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(ROWS, SIDE)));
            Placeholder<TFloat32> w = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(SIDE, SIDE)));
            Op product = chain(tf, x, w);
            double[] seconds = new double[WARM_UPS + TRIES];
            for (int i = 0; i < seconds.length; i++) {
                long start = System.nanoTime();
                session.runner()
                        .feed(x, rows)
                        .feed(w, square)
                        .addTarget(product)
                        .run();
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
            double best = Arrays.stream(seconds, WARM_UPS, seconds.length).min().orElseThrow();
            return 2.0 * CHAIN * ROWS * SIDE * SIDE / best;
        }
    }

    private static Op chain(Ops tf, Operand<TFloat32> x, Operand<TFloat32> w) {
        Operand<TFloat32> product = x;
        for (int i = 0; i < CHAIN; i++) {
            product = tf.linalg.matMul(product, w);
        }
        return product;
    }

    /** Products of these stay 1: neither infinite nor denormal, which would cost other times. */
    private static TFloat32 filled(int rows, float value) {
        return TFloat32.tensorOf(
                Shape.of(rows, SIDE), data -> data.scalars().forEach(scalar -> scalar.setFloat(value)));
    }
}
