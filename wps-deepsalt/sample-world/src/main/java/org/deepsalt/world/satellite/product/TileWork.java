/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.product;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.grid.Window;

/**
 * Works on tiles in a few threads, with at most two tiles per thread under way. Results come back in the order of the
 * tiles and in the caller's thread, which also reports the progress. After a failure or a cancellation no thread is
 * left running when the error arrives.
 */
final class TileWork {
    private final int threads;

    TileWork(int threads) {
        this.threads = threads;
    }

    /** What is done with a tile; called from several threads. */
    interface Task<T> {
        T run(Window window) throws IOException;
    }

    <T> void run(List<Window> windows, Task<T> task, Consumer<T> result, Progress progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<T>> underWay = new ArrayDeque<>();
            int done = 0;
            for (Window window : windows) {
                if (underWay.size() == 2 * threads) {
                    result.accept(get(underWay.remove()));
                    report(progress, ++done, windows.size());
                }
                underWay.add(pool.submit(() -> task.run(window)));
            }
            while (!underWay.isEmpty()) {
                result.accept(get(underWay.remove()));
                report(progress, ++done, windows.size());
            }
        } finally {
            stop(pool);
        }
    }

    private static void report(Progress progress, int done, int all) {
        progress.report((double) done / all, "rendering the scene, tile " + done + " of " + all);
    }

    private static <T> T get(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new DeepSaltException("a tile of the scene could not be made: " + e.getCause(), e.getCause());
        }
    }

    /** Queued tiles are dropped; those under way are waited for, since they write to files that are about to close. */
    private static void stop(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = false;
        boolean stopped = false;
        while (!stopped) {
            try {
                stopped = pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
