/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

/**
 * How many windows this JVM estimates at a time, whatever the number of estimations: ten requests at once are as fast
 * as ten in a row, and do not fight for the processors. Each request brings the bound that held when it began.
 * Thread-safe.
 */
final class WindowBudget {
    /** All estimations of the JVM share it. */
    static final WindowBudget SHARED = new WindowBudget();

    private int running;

    /**
     * Waits until fewer than so many windows are at work.
     *
     * @param most at least 1
     */
    synchronized void acquire(int most) throws InterruptedException {
        while (running >= most) {
            wait();
        }
        running++;
    }

    synchronized void release() {
        running--;
        notifyAll();
    }
}
