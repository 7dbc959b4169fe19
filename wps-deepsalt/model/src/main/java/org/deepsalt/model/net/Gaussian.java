/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.net;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A net's answer for each sample: a normal distribution of the logarithm of the target.
 *
 * @param mean shape {@code [n, 1]}
 * @param scale standard deviation, above 0, shape {@code [n, 1]}
 */
public record Gaussian(Operand<TFloat32> mean, Operand<TFloat32> scale) {}
