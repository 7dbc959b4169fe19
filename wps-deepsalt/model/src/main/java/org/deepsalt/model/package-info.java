/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Floor 1: the science. Laboratory and satellite spectra, the networks, their training, the model packages, and the
 * estimator that runs them. Nothing here knows a map, a layer or a web service. This package holds the errors and the
 * progress contract that all floors share, and imports no other package of the house.
 */
@NullMarked
package org.deepsalt.model;

import org.jspecify.annotations.NullMarked;
