/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * The layers that nets are built of, as TensorFlow operands, and their parameters by name. Nothing here knows a whole
 * net, what it takes or what it answers.
 */
@NullMarked
package org.deepsalt.model.net.layer;

import org.jspecify.annotations.NullMarked;
