/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms.request;

import java.util.concurrent.TimeUnit;
import org.deepsalt.demohost.http.OwsException;

/**
 * Ends drawing that takes too long or that the host no longer wants. Immutable.
 *
 * @param seconds that drawing may take, for messages
 * @param nanoTime of {@link System#nanoTime} at which they are over
 */
public record Deadline(long seconds, long nanoTime) {
    /** A deadline that many seconds from now. */
    public static Deadline in(long seconds) {
        return new Deadline(seconds, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds));
    }

    /**
     * Lets drawing go on, or ends it.
     *
     * @throws OwsException if the time is over or the thread was interrupted
     */
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new OwsException(WmsErrors.OTHER, null, "the host is stopping");
        }
        if (System.nanoTime() - nanoTime > 0) {
            throw new OwsException(
                    WmsErrors.OTHER,
                    null,
                    "drawing took longer than " + seconds + " seconds: ask for a smaller area or fewer layers");
        }
    }
}
