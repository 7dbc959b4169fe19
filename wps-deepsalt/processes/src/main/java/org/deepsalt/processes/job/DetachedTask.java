/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deepsalt.model.CancellableWait;
import org.deepsalt.model.Progress;

/**
 * Work that takes seconds and cannot be stopped half-way, such as loading native libraries, done in a thread of its
 * own: whoever waits for it may be cancelled and returns at once, and the work ends by itself. It must not need what a
 * host binds to the thread of a request. Stateless.
 */
final class DetachedTask {
    private DetachedTask() {}

    /**
     * Waits for work to be done.
     *
     * @param progress is asked all the time whether the work is still wanted
     * @param unwanted frees the outcome if nobody waits for it any more
     */
    static <T> T run(Progress progress, double fraction, String task, Supplier<T> work, Consumer<T> unwanted) {
        CompletableFuture<T> outcome = CompletableFuture.supplyAsync(work, DetachedTask::start);
        try {
            return CancellableWait.until(outcome, () -> progress.report(fraction, task));
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (RuntimeException e) {
            free(outcome, unwanted);
            throw e;
        }
    }

    private static <T> void free(CompletableFuture<T> outcome, Consumer<T> unwanted) {
        start(() -> {
            try {
                unwanted.accept(outcome.join());
            } catch (CompletionException e) {
                // Work that failed has left nothing, and nobody waits to hear of it.
            }
        });
    }

    /** What the work has thrown: a supplier throws nothing that is checked. */
    private static RuntimeException failure(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "deepsalt-detached");
        thread.setDaemon(true);
        thread.start();
    }
}
