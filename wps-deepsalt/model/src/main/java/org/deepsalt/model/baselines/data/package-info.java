/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Tables that baselines and the stacked support vectors are fitted on: pixels with labels, weak labels and weights. No
 * method lives here.
 */
@NullMarked
package org.deepsalt.model.baselines.data;

import org.jspecify.annotations.NullMarked;
