/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
/**
 * Ways to describe a pixel by numbers: bands, principal components, salinity indices, covariates. They never see a
 * label.
 */
@NullMarked
package org.deepsalt.model.baselines.features;

import org.jspecify.annotations.NullMarked;
