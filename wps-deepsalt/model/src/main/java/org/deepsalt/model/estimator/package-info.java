/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * A trained model as it is used: the folded net as a SavedModel, its workers, the conformal calibration and the
 * intervals. Nothing here learns.
 */
@NullMarked
package org.deepsalt.model.estimator;

import org.jspecify.annotations.NullMarked;
