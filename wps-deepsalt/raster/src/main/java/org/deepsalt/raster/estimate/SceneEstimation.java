/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.ThreadPools;
import org.deepsalt.model.files.WriteFailure;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.grid.WindowPlan;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Estimates a scene into a GeoTIFF. Each thread reads, masks, infers and writes windows of its own, so that
 * reading, multiplying and compressing overlap and memory holds a few windows per thread, whatever the scene's size.
 */
public final class SceneEstimation {
    /** Side of a tile of the result, in pixels; its square is about the most pixels that a window has. */
    static final int SIDE = 128;

    private static final long POLL_MILLIS = 100;

    private final PixelReader reader;
    private final EstimationModel model;
    private final Optional<RegionMask> region;
    private final int threads;

    /**
     * Prepares an estimation.
     *
     * @param region restricts the result to its smallest window; empty for the whole scene
     * @param threads windows at a time, of this and of all other estimations of the JVM together
     */
    public SceneEstimation(PixelReader reader, EstimationModel model, Optional<RegionMask> region, int threads) {
        this.reader = reader;
        this.model = model;
        this.region = region;
        this.threads = threads;
    }

    /** The pixels of the result. */
    public Grid grid() {
        return reader.scene().grid().cropped(area());
    }

    private Window area() {
        return region.map(RegionMask::window)
                .orElseGet(() -> reader.scene().grid().all());
    }

    /**
     * Estimates the scene, which may take minutes.
     *
     * @param target the file, which appears only when it is whole
     * @param metadata provenance for the file's tags; the bands' names and units are added
     * @return counts of the pixels and the time spent
     * @throws DeepSaltException if a window cannot be read or written; nothing is left then, nor after a cancellation
     */
    public Tally run(Path target, GdalMetadata metadata, Progress progress) {
        Grid grid = grid();
        ResultBand.describe(metadata, model.target());
        TiffLayout layout = new TiffLayout(
                grid.width(), grid.height(), ResultBand.values().length, SampleType.FLOAT32, SIDE, false);
        GeoTiffTags tags = new GeoTiffTags(grid, "nan", metadata);
        try (TiledTiffWriter writer = new TiledTiffWriter(target, layout, tags, ResultBand.reductions())) {
            Tally tally = estimate(writer, progress);
            progress.report(0.99, "putting the result together");
            long start = System.nanoTime();
            writer.finish();
            tally.spend(Stage.WRITING, System.nanoTime() - start);
            return tally;
        } catch (UnwrittenException e) {
            throw notWritten(target, e.failure);
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    /** A thread could not write. */
    private static final class UnwrittenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient IOException failure;

        private UnwrittenException(IOException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private static DeepSaltException notWritten(Path target, IOException e) {
        return new DeepSaltException(
                "the result was not written: " + WriteFailure.reason(target, "the folder of results", e), e);
    }

    private Tally estimate(TiledTiffWriter writer, Progress progress) {
        Window area = area();
        Scene scene = reader.scene();
        List<Window> windows = WindowPlan.of(area, scene.blockWidth(), scene.blockHeight(), SIDE)
                .windows(area);
        Work work = new Work(
                new ConcurrentLinkedQueue<>(windows),
                new TileAssembly(writer, area, SIDE, ResultBand.values().length),
                new LinkedBlockingQueue<>(),
                new AtomicBoolean());
        List<WindowEstimator> estimators = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletionService<Void> workers = new ExecutorCompletionService<>(pool);
            for (int i = 0; i < threads; i++) {
                WindowEstimator estimator = new WindowEstimator(reader, model, region, work.stopped);
                estimators.add(estimator);
                workers.submit(() -> estimate(work, estimator));
            }
            Tally tally = collect(work, workers, windows.size(), grid().pixels(), progress);
            reader.finish();
            return tally;
        } finally {
            work.waiting.clear();
            work.stopped.set(true);
            ThreadPools.end(pool);
            estimators.forEach(WindowEstimator::close);
        }
    }

    /**
     * What the threads share.
     *
     * @param waiting windows that nobody has begun
     * @param done what came of those that are ready
     * @param stopped whether nobody wants the rest
     */
    private record Work(Queue<Window> waiting, TileAssembly tiles, BlockingQueue<Tally> done, AtomicBoolean stopped) {
        void take(Window window, float[] samples, Tally tally) throws IOException {
            long start = System.nanoTime();
            tiles.add(window, samples);
            tally.spend(Stage.WRITING, System.nanoTime() - start);
            done.add(tally);
        }
    }

    /** What a thread does: a window after the other until none is left. */
    private @Nullable Void estimate(Work work, WindowEstimator estimator) throws InterruptedException, IOException {
        Window window = work.waiting.poll();
        while (window != null) {
            WindowBudget.SHARED.acquire(threads);
            try {
                estimator.estimate(window, work::take);
            } finally {
                WindowBudget.SHARED.release();
            }
            window = work.waiting.poll();
        }
        estimator.finish(work::take);
        return null;
    }

    private static Tally collect(
            Work work, CompletionService<Void> workers, int windows, long pixels, Progress progress) {
        Tally total = new Tally();
        int done = 0;
        try {
            while (done < windows) {
                progress.report(
                        0.98 * done / windows,
                        "estimating, " + done + " of " + windows + " windows, " + pixels + " pixels");
                Tally tally = work.done.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
                if (tally != null) {
                    total.add(tally);
                    done++;
                }
                Future<Void> ended = workers.poll();
                if (ended != null) {
                    ended.get();
                }
            }
            return total;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DeepSaltException known) {
                throw known;
            }
            if (e.getCause() instanceof IOException unwritten) {
                throw new UnwrittenException(unwritten);
            }
            if (e.getCause() instanceof Error scarce) {
                throw scarce;
            }
            throw new DeepSaltException(
                    "the estimation failed: " + e.getCause(), Objects.requireNonNullElse(e.getCause(), e));
        }
    }
}
