/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The nets as TensorFlow operands: inputs, encoders, regressors, heads and losses. Nothing here steps an optimiser or
 * reads data.
 */
@NullMarked
package org.deepsalt.model.net;

import org.jspecify.annotations.NullMarked;
