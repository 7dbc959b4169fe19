/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.standalone.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end the work cleanly: the signal asks the work to stop, waits until it has tidied up, and ends the JVM
 * with the code for a cancellation.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    /** Watches from now on. */
    Interruption(Runnable askToStop) {
        this.hook = new Thread(() -> {
            askToStop.run();
            try {
                if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    System.err.println("the work did not stop in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.err.println("cancelled, nothing is left");
            Runtime.getRuntime().halt(ExitCode.CANCELLED);
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The work has ended by itself or has tidied up. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            waitForEnd();
        }
    }

    /** The JVM is ending already: the hook has the last word on the exit code. */
    private void waitForEnd() {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
