/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.estimator.Estimator;
import org.deepsalt.model.estimator.EstimatorNet;
import org.deepsalt.model.estimator.Intervals;
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.scene.MaskReason;
import org.deepsalt.raster.scene.PixelReader;

/**
 * Estimates one window after the other; one instance per thread. Pixels wait until there are enough for a batch, which
 * costs the same however few are in it, so a window may be done only when the next ones have been read.
 */
final class WindowEstimator implements AutoCloseable {
    private static final MaskReason[] REASONS = MaskReason.values();

    /** Windows that may wait for answers: where nearly all pixels are masked, a batch takes long to fill. */
    private static final int MOST_WAITING = 16;

    private final PixelReader reader;
    private final EstimationModel model;
    private final Optional<RegionMask> region;
    private final PixelArea areas;
    private final AtomicBoolean stopped;
    private final Estimator.Worker worker;
    private final PixelReader.Buffer buffer = new PixelReader.Buffer();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final float[] answers = new float[Estimator.BATCH * EstimatorNet.OUTPUTS];
    private int batched;

    /** Takes the estimates of a finished window. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes a window.
         *
         * @param samples {@link ResultBand} after band, {@code window.pixels()} each
         * @param tally of the window's pixels, and of the time spent since the last one
         */
        void take(Window window, float[] samples, Tally tally) throws IOException;
    }

    /** A window that has been read, with the answers that have come so far. */
    private static final class Waiting {
        private final Window window;
        private final byte[] reasons;
        private final float[] answers;
        private final Tally tally = new Tally();
        private int answered;

        Waiting(PixelReader.Pixels pixels) {
            this.window = pixels.window();
            this.reasons = pixels.reasons();
            this.answers = new float[pixels.count() * EstimatorNet.OUTPUTS];
        }

        boolean isDone() {
            return answered == answers.length;
        }

        /** Takes as many numbers as it lacks; returns where those of the next window begin. */
        int take(float[] batch, int from, int to) {
            int count = Math.min(to - from, answers.length - answered);
            System.arraycopy(batch, from, answers, answered, count);
            answered += count;
            return from + count;
        }
    }

    /** @param stopped is asked before each batch and each pixel whether the work is still wanted */
    WindowEstimator(PixelReader reader, EstimationModel model, Optional<RegionMask> region, AtomicBoolean stopped) {
        this.reader = reader;
        this.model = model;
        this.region = region;
        this.areas = new PixelArea(reader.scene().grid());
        this.stopped = stopped;
        this.worker = model.estimator().worker();
    }

    /**
     * Reads a window and gives away what is done, which need not be this one.
     *
     * @throws CancelledException if the work is no longer wanted
     */
    void estimate(Window window, Sink sink) throws IOException {
        long start = System.nanoTime();
        PixelReader.Pixels pixels = reader.read(window, buffer);
        Waiting read = new Waiting(pixels);
        waiting.add(read);
        read.tally.spend(Stage.READING, pixels.decodingNanos());
        read.tally.spend(Stage.PREPARING, System.nanoTime() - start - pixels.decodingNanos());
        int columns = pixels.columns();
        int from = 0;
        while (from < pixels.count()) {
            int count = Math.min(Estimator.BATCH - batched, pixels.count() - from);
            worker.pixels().put(batched * columns, pixels.rows(), from * columns, count * columns);
            batched += count;
            from += count;
            if (batched == Estimator.BATCH) {
                answer();
            }
        }
        if (waiting.size() > MOST_WAITING) {
            answer();
        }
        giveAway(sink);
    }

    /** Gives away the windows that wait; afterwards none do. */
    void finish(Sink sink) throws IOException {
        answer();
        giveAway(sink);
    }

    private void answer() {
        requireWanted();
        if (batched == 0) {
            return;
        }
        long start = System.nanoTime();
        worker.run(batched, answers);
        int from = 0;
        for (Waiting one : waiting) {
            from = one.take(answers, from, batched * EstimatorNet.OUTPUTS);
        }
        batched = 0;
        waiting.getLast().tally.spend(Stage.INFERENCE, System.nanoTime() - start);
    }

    private void requireWanted() {
        if (stopped.get()) {
            throw new CancelledException();
        }
    }

    private void giveAway(Sink sink) throws IOException {
        while (!waiting.isEmpty() && waiting.getFirst().isDone()) {
            Waiting done = waiting.removeFirst();
            long start = System.nanoTime();
            float[] samples = samples(done);
            done.tally.spend(Stage.PREPARING, System.nanoTime() - start);
            sink.take(done.window, samples, done.tally);
        }
    }

    private float[] samples(Waiting done) {
        Window window = done.window;
        int plane = window.pixels();
        float[] samples = new float[ResultBand.values().length * plane];
        Arrays.fill(samples, Float.NaN);
        int next = 0;
        for (int pixel = 0; pixel < plane; pixel++) {
            requireWanted();
            MaskReason reason = REASONS[done.reasons[pixel]];
            int column = window.x() + pixel % window.width();
            int row = window.y() + pixel / window.width();
            int answer = next;
            if (reason == MaskReason.NONE) {
                next += EstimatorNet.OUTPUTS;
            }
            if (region.isPresent() && !region.get().contains(column, row)) {
                reason = MaskReason.OUTSIDE_REGION;
            }
            samples[ResultBand.REASON.at(plane, pixel)] = reason.code();
            if (reason == MaskReason.NONE) {
                boolean applies = put(samples, plane, pixel, done.answers, answer);
                double area = areas.at(column, row);
                done.tally.count(samples[ResultBand.ESTIMATE.at(plane, pixel)], applies, area);
                done.tally.probabilities().count(samples[ResultBand.PROBABILITY.at(plane, pixel)], area);
            } else {
                done.tally.count(reason);
            }
        }
        return samples;
    }

    /** @return whether the model applies to the pixel */
    private boolean put(float[] samples, int plane, int at, float[] numbers, int answer) {
        float mean = numbers[answer];
        float deviation = numbers[answer + 1];
        float dissimilarity = numbers[answer + 2];
        Intervals intervals = model.intervals();
        samples[ResultBand.ESTIMATE.at(plane, at)] = intervals.estimate(mean);
        float lower = intervals.lower(mean, deviation, dissimilarity);
        float upper = intervals.upper(mean, deviation, dissimilarity);
        samples[ResultBand.LOWER.at(plane, at)] = lower;
        samples[ResultBand.UPPER.at(plane, at)] = upper;
        samples[ResultBand.DISSIMILARITY.at(plane, at)] = dissimilarity;
        samples[ResultBand.WIDTH.at(plane, at)] = upper - lower;
        if (model.probability().isPresent()) {
            samples[ResultBand.PROBABILITY.at(plane, at)] =
                    model.probability().get().of(mean, deviation, dissimilarity);
        }
        return intervals.applies(dissimilarity);
    }

    @Override
    public void close() {
        worker.close();
    }
}
