/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Scores of one row in one world with one number of labels; NaN for scores that a method does not have.
 *
 * @param mae mean absolute error in dS/m on pixels of the seen regions
 * @param r2 coefficient of determination there
 * @param coverage share of true values that the 90 % intervals hold there
 * @param brier score there of the probability that ECe lies above 4 dS/m; of methods without one, a logistic function
 *     of their estimate learned from estimates left out
 * @param unseenMae mean absolute error on the region that was never labelled
 * @param unseenCoverage share of true values that the intervals hold there
 * @param flagged share of the unseen pixels with an error above twice {@code mae} that lie outside the applicability
 * @param seconds of the training
 */
@RecordBuilder
record Score(
        double mae,
        double r2,
        double coverage,
        double brier,
        double unseenMae,
        double unseenCoverage,
        double flagged,
        double seconds) {}
