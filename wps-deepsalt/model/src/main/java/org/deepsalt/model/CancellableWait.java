/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the work of another thread, in a way that can be cancelled. Stateless. */
public final class CancellableWait {
    private static final long POLL_MILLIS = 100;

    private CancellableWait() {}

    /**
     * Waits until work has ended, and reports ten times a second how far it is.
     *
     * @param report reports progress from the calling thread; an exception that it throws, such as {@link
     *     CancelledException}, ends the waiting and not the work
     * @throws CancelledException if the calling thread is interrupted, whose interruption stays set
     * @throws ExecutionException with what the work has thrown
     */
    public static <T> T until(Future<T> work, Runnable report) throws ExecutionException {
        while (true) {
            report.run();
            try {
                return work.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet; the next report tells whether the result is still wanted.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }
}
