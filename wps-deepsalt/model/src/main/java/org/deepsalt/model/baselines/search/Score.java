/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.baselines.search;

/**
 * The cross-validation error of a configuration.
 *
 * @param mae mean absolute error in dS/m over all held-out rows; infinite if the configuration was given up early
 * @param early the same over the first half of the folds
 * @param stage of the method that had the least error
 */
public record Score(double mae, double early, int stage) {
    public static final Score WORST = new Score(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
}
