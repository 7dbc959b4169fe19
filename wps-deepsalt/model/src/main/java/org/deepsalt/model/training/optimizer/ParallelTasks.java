/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.deepsalt.model.CancellableWait;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.ThreadPools;

/**
 * Trainings that do not need each other, as many at a time as there are processors: small batches do not keep several
 * processors busy, several trainings do. Each gives what it would give alone.
 */
public final class ParallelTasks {
    private ParallelTasks() {}

    /** One of several works; its progress may be told from any thread. */
    private static final class Part implements Progress {
        private volatile double done;
        private volatile String task = "";
        private volatile boolean unwanted;

        @Override
        public void report(double fraction, String what) {
            if (unwanted) {
                throw new CancelledException();
            }
            done = fraction;
            task = what;
        }
    }

    /**
     * Runs tasks in parallel and waits for all of them.
     *
     * @param progress told from the calling thread; if it cancels, or if a work fails, the others end at their next
     *     step and before this method does
     * @return what came of them, in their order
     */
    public static <T> List<T> run(List<Function<Progress, T>> works, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.min(works.size(), Runtime.getRuntime().availableProcessors()));
        List<Part> parts = new ArrayList<>();
        List<Future<T>> futures = new ArrayList<>();
        try {
            for (Function<Progress, T> work : works) {
                Part part = new Part();
                parts.add(part);
                futures.add(pool.submit(() -> work.apply(part)));
            }
            List<T> results = new ArrayList<>();
            for (int i = 0; i < works.size(); i++) {
                results.add(result(futures.get(i), parts, parts.get(i), progress));
            }
            return results;
        } finally {
            parts.forEach(part -> part.unwanted = true);
            ThreadPools.end(pool);
        }
    }

    private static <T> T result(Future<T> future, List<Part> parts, Part awaited, Progress progress) {
        try {
            return CancellableWait.until(
                    future,
                    () -> progress.report(
                            parts.stream()
                                    .mapToDouble(part -> part.done)
                                    .average()
                                    .orElse(0),
                            awaited.task));
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException known) {
            return known;
        }
        return new DeepSaltException("a training failed: " + e.getCause(), e);
    }
}
