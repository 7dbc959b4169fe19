/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.util.Arrays;
import java.util.Optional;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.MaskReason;
import org.deepsalt.raster.scene.PixelReader;

/** Estimates one window after the other; one instance per thread. */
final class WindowEstimator implements AutoCloseable {
    private static final MaskReason[] REASONS = MaskReason.values();

    private final PixelReader reader;
    private final EstimationModel model;
    private final Optional<RegionMask> region;
    private final Estimator.Worker worker;
    private final PixelReader.Buffer buffer = new PixelReader.Buffer();

    /**
     * What came of a window.
     *
     * @param samples {@link ResultBand} after band, {@code window.pixels()} each
     */
    record Result(float[] samples, Tally tally) {}

    WindowEstimator(PixelReader reader, EstimationModel model, Optional<RegionMask> region) {
        this.reader = reader;
        this.model = model;
        this.region = region;
        this.worker = model.estimator().worker();
    }

    Result estimate(Window window) {
        long start = System.nanoTime();
        PixelReader.Pixels pixels = reader.read(window, buffer);
        long read = System.nanoTime();
        float[] answers = worker.answers(pixels.rows(), pixels.count());
        long answered = System.nanoTime();
        int plane = window.pixels();
        float[] samples = new float[ResultBand.values().length * plane];
        Arrays.fill(samples, Float.NaN);
        Tally tally = new Tally();
        int next = 0;
        for (int pixel = 0; pixel < pixels.reasons().length; pixel++) {
            int column = pixel % window.width();
            int row = pixel / window.width();
            MaskReason reason = REASONS[pixels.reasons()[pixel]];
            int answer = next;
            if (reason == MaskReason.NONE) {
                next += EstimatorNet.OUTPUTS;
            }
            if (region.isPresent() && !region.get().contains(window.x() + column, window.y() + row)) {
                reason = MaskReason.OUTSIDE_REGION;
            }
            samples[4 * plane + pixel] = reason.code();
            if (reason == MaskReason.NONE) {
                put(samples, plane, pixel, answers, answer, tally);
            } else {
                tally.count(reason);
            }
        }
        tally.spend(Stage.READING, pixels.decodingNanos());
        tally.spend(Stage.PREPARING, read - start - pixels.decodingNanos() + System.nanoTime() - answered);
        tally.spend(Stage.INFERENCE, answered - read);
        return new Result(samples, tally);
    }

    private void put(float[] samples, int plane, int at, float[] answers, int answer, Tally tally) {
        float mean = answers[answer];
        float deviation = answers[answer + 1];
        float dissimilarity = answers[answer + 2];
        Intervals intervals = model.intervals();
        float estimate = intervals.estimate(mean);
        samples[at] = estimate;
        float lower = intervals.lower(mean, deviation, dissimilarity);
        float upper = intervals.upper(mean, deviation, dissimilarity);
        samples[plane + at] = lower;
        samples[2 * plane + at] = upper;
        samples[3 * plane + at] = dissimilarity;
        samples[5 * plane + at] = upper - lower;
        tally.count(estimate, intervals.applies(dissimilarity));
    }

    @Override
    public void close() {
        worker.close();
    }
}
