/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.Optional;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.model.estimator.ThresholdProbability;

/**
 * A loaded model and how to read its answers.
 *
 * @param estimator gives mean and deviation of the target's logarithm, and the dissimilarity index
 * @param target what it answers
 * @param intervals makes estimate and bounds, in the unit of the target, of them
 * @param probability of lying above a threshold; empty if none was asked for
 */
public record EstimationModel(
        Estimator estimator, SoilProperty target, Intervals intervals, Optional<ThresholdProbability> probability) {}
