/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.net.OutputRange;

/**
 * A loaded model and how to read its answers.
 *
 * @param estimator gives mean and deviation of ln ECe, and the dissimilarity index
 * @param range of its answers, in dS/m
 * @param factor deviations to either side that make the prediction interval
 * @param threshold of the dissimilarity index
 */
public record EstimationModel(Estimator estimator, OutputRange range, double factor, double threshold) {}
