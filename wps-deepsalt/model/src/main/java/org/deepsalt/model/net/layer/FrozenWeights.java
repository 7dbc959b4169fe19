/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Trained parameters as constants of a graph that only predicts. */
public final class FrozenWeights implements Weights {
    private final Ops tf;
    private final Parameters parameters;

    public FrozenWeights(Ops tf, Parameters parameters) {
        this.tf = tf;
        this.parameters = parameters;
    }

    @Override
    public Operand<TFloat32> kernel(String name, int inputs, int outputs) {
        return constant(name, Shape.of(inputs, outputs));
    }

    @Override
    public Operand<TFloat32> vector(String name, int size, float initial) {
        return constant(name, Shape.of(size));
    }

    private Operand<TFloat32> constant(String name, Shape shape) {
        return tf.constant(shape, DataBuffers.of(parameters.get(name), true, false));
    }
}
