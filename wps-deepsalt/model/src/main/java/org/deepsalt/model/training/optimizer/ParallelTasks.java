/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.training.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.deepsalt.model.CancellableWait;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Progress;
import org.deepsalt.model.RelayedProgress;
import org.deepsalt.model.ThreadPools;

/**
 * Trainings that do not need each other, as many at a time as there are processors: small batches do not keep several
 * processors busy, several trainings do. Each gives what it would give alone.
 */
public final class ParallelTasks {
    private ParallelTasks() {}

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
        List<RelayedProgress> parts = new ArrayList<>();
        List<Future<T>> futures = new ArrayList<>();
        try {
            for (Function<Progress, T> work : works) {
                RelayedProgress part = new RelayedProgress("waiting for its turn to learn");
                parts.add(part);
                futures.add(pool.submit(() -> work.apply(part)));
            }
            List<T> results = new ArrayList<>();
            for (int i = 0; i < works.size(); i++) {
                results.add(result(futures.get(i), parts, parts.get(i), progress));
            }
            return results;
        } finally {
            parts.forEach(RelayedProgress::cancel);
            ThreadPools.end(pool);
        }
    }

    /** What came of two tasks. */
    public record Both<A, B>(A first, B second) {}

    /**
     * Runs two tasks of different kinds in parallel and waits for both.
     *
     * @param progress as for {@link #run}
     */
    public static <A, B> Both<A, B> both(Function<Progress, A> first, Function<Progress, B> second, Progress progress) {
        CompletableFuture<A> one = new CompletableFuture<>();
        CompletableFuture<B> other = new CompletableFuture<>();
        run(List.of(part -> one.complete(first.apply(part)), part -> other.complete(second.apply(part))), progress);
        return new Both<>(one.join(), other.join());
    }

    private static <T> T result(
            Future<T> future, List<RelayedProgress> parts, RelayedProgress awaited, Progress progress) {
        try {
            return CancellableWait.until(
                    future,
                    () -> progress.report(
                            parts.stream()
                                    .mapToDouble(RelayedProgress::fraction)
                                    .average()
                                    .orElse(0),
                            awaited.task()));
        } catch (ExecutionException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException known) {
            return known;
        }
        if (e.getCause() instanceof Error scarce) {
            throw scarce;
        }
        return new DeepSaltException("a training failed: " + e.getCause(), e);
    }
}
