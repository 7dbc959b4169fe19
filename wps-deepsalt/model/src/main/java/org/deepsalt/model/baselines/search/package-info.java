/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Hyperparameters and the search for their best configuration. It knows neither methods nor data, only the scores that
 * it is given.
 */
@NullMarked
package org.deepsalt.model.baselines.search;

import org.jspecify.annotations.NullMarked;
