/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end the work cleanly: the signal asks the work to stop, waits until it has tidied up, and ends the JVM.
 * Message and exit code of a signal may change while the work goes on. Thread-safe.
 */
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private record Meaning(Runnable askToStop, String lastWords, int exitCode) {}

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end);
    private volatile Meaning meaning;

    /** Begins to listen for the signal, which cancels the work. */
    public Interruption(Runnable askToStop) {
        this(askToStop, "cancelled, nothing is left");
    }

    /** The same for work that leaves something. */
    Interruption(Runnable askToStop, String lastWords) {
        this.meaning = new Meaning(askToStop, lastWords, ExitCode.CANCELLED);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Makes the signal the usual way to end, as for a server. */
    void endsNormally(Runnable askToStop) {
        meaning = new Meaning(askToStop, "stopped", ExitCode.OK);
    }

    private void end() {
        Meaning now = meaning;
        now.askToStop.run();
        try {
            if (finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(System.lineSeparator() + now.lastWords);
            } else {
                System.err.println("the work did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(now.exitCode);
    }

    /** Ends listening: the work has ended by itself or has tidied up. */
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
