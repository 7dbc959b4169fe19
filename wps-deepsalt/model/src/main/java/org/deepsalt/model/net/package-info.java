/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The layers, heads and losses of the networks as TensorFlow operands, and their parameters by name. Nothing here
 * steps an optimiser or reads data.
 */
@NullMarked
package org.deepsalt.model.net;

import org.jspecify.annotations.NullMarked;
