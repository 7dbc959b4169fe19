/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

/**
 * The share of large errors that the dissimilarity index flags.
 *
 * @param limit errors above this count, in the unit of the target
 * @param pixels with such an error
 * @param flagged those of them that lie outside the applicability
 * @param share flagged of pixels; NaN where there is no such pixel
 */
public record ErrorDetection(double limit, long pixels, long flagged, double share) {
    /** Counts the errors above a limit. */
    public static ErrorDetection of(Predictions predictions, double limit, double threshold) {
        long pixels = 0;
        long flagged = 0;
        for (int i = 0; i < predictions.size(); i++) {
            if (Math.abs(predictions.estimate()[i] - predictions.observed()[i]) > limit) {
                pixels++;
                flagged += predictions.dissimilarity()[i] > threshold ? 1 : 0;
            }
        }
        return new ErrorDetection(limit, pixels, flagged, (double) flagged / pixels);
    }
}
