/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

/**
 * The progress of work in another thread: keeps the last that it said for whoever waits for it, and ends it at its next
 * word once nobody wants it any more. Thread-safe.
 */
public final class RelayedProgress implements Progress {
    private volatile double fraction;
    private volatile String task;
    private volatile boolean unwanted;

    /** @param task what the work is called until it says so itself */
    public RelayedProgress(String task) {
        this.task = task;
    }

    @Override
    public void report(double done, String what) {
        if (unwanted) {
            throw new CancelledException();
        }
        fraction = done;
        task = what;
    }

    /** From now on the work is cancelled when it reports. */
    public void cancel() {
        unwanted = true;
    }

    /** How far the work is, 0 to 1. */
    public double fraction() {
        return fraction;
    }

    /** What it is doing. */
    public String task() {
        return task;
    }
}
