/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net.layer;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Gives a net its parameters by name: variables in a training graph, constants in an exported one. The nets are written
 * once against this.
 */
public interface Weights {
    /** The kernel of a dense layer, shape {@code [inputs, outputs]}. */
    Operand<TFloat32> kernel(String name, int inputs, int outputs);

    /** A vector, shape {@code [size]}, filled with {@code initial} where it has not been trained yet. */
    Operand<TFloat32> vector(String name, int size, float initial);
}
