/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.net.OutputRange;

/**
 * A loaded model and how to read its answers.
 *
 * @param estimator gives mean and deviation of the target's logarithm, and the dissimilarity index
 * @param target what it answers
 * @param range of its answers, in the unit of the target
 * @param factor deviations to either side that make the prediction interval
 * @param threshold of the dissimilarity index
 */
public record EstimationModel(
        Estimator estimator, SoilProperty target, OutputRange range, double factor, double threshold) {}
