/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.Intervals;

/**
 * A loaded model and how to read its answers.
 *
 * @param estimator gives mean and deviation of ln ECe, and the dissimilarity index
 * @param intervals makes estimate and bounds in dS/m of them
 */
public record EstimationModel(Estimator estimator, Intervals intervals) {}
