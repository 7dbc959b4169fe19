/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends pools of threads without leaving work behind. */
public final class ThreadPools {
    private ThreadPools() {}

    /**
     * Lets the works at hand and those that wait end by themselves. They are not interrupted: that would close files
     * that others may be reading, and native code must not lose its buffers. An interruption of the caller is kept for
     * later.
     */
    public static void end(ExecutorService pool) {
        pool.shutdown();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
