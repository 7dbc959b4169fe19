/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

/**
 * Coverage and mean width of prediction intervals.
 *
 * @param confidence share of true values that the intervals are meant to hold
 * @param coverage share that they do hold (PICP); NaN without a sample
 * @param meanWidth mean of upper minus lower bound in the unit of the target (MPIW); NaN without a sample
 */
public record IntervalMetrics(double confidence, double coverage, double meanWidth) {
    static IntervalMetrics of(Predictions predictions, double confidence) {
        int covered = 0;
        double width = 0;
        for (int i = 0; i < predictions.size(); i++) {
            covered += predictions.covered()[i] ? 1 : 0;
            width += predictions.width()[i];
        }
        double count = predictions.size();
        return new IntervalMetrics(confidence, covered / count, width / count);
    }
}
