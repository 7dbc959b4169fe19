/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work that can go on for a second or more before it looks whether it is still wanted, such as the loading of native
 * libraries or the algebra of a training, done in a thread of its own: whoever waits for it looks ten times a second,
 * may be cancelled and returns at once. The work then ends by itself, at its next look or when it is done, and nobody
 * gets what came of it. It must not need what a host binds to the thread of a request, nor files that the caller
 * closes. Stateless.
 */
public final class DetachedTask {
    private DetachedTask() {}

    /**
     * Waits for work that never looks.
     *
     * @param progress is asked all the time whether the work is still wanted
     * @param unwanted frees the outcome if nobody waits for it any more
     */
    public static <T> T run(Progress progress, double fraction, String task, Supplier<T> work, Consumer<T> unwanted) {
        return await(progress, new RelayedProgress(task), fraction, work, unwanted);
    }

    /**
     * Waits for work that leaves nothing to be freed and looks now and then.
     *
     * @param task what the work is called until it says so itself
     * @param work tells its progress to what it is given, and is cancelled by it
     */
    public static <T> T run(Progress progress, String task, Function<Progress, T> work) {
        RelayedProgress relay = new RelayedProgress(task);
        return await(progress, relay, 0, () -> work.apply(relay), nothing -> {});
    }

    private static <T> T await(
            Progress progress, RelayedProgress relay, double begun, Supplier<T> work, Consumer<T> unwanted) {
        CompletableFuture<T> outcome = CompletableFuture.supplyAsync(work, DetachedTask::start);
        try {
            return CancellableWait.until(
                    outcome, () -> progress.report(Math.max(begun, relay.fraction()), relay.task()));
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (RuntimeException e) {
            relay.cancel();
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
        // Threads that a library starts in it live on, and with them whatever of the request they inherit.
        Thread thread = new Thread(null, work, "deepsalt-detached", 0, false);
        thread.setDaemon(true);
        thread.start();
    }
}
