/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

/**
 * Limits of one request: threads, pixels of an area, pixels of a training.
 *
 * @param threads windows of a scene estimated at a time
 * @param maxPixels largest area of an estimation
 * @param maxTrainingPixels most unlabelled pixels of a training
 */
public record ProcessLimits(int threads, long maxPixels, int maxTrainingPixels) {
    /** A thread per processor, 400 million pixels for an estimation, 100,000 pixels without a label for a training. */
    public static ProcessLimits defaults() {
        return new ProcessLimits(Runtime.getRuntime().availableProcessors(), 400_000_000L, 100_000);
    }
}
