/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model;

/**
 * Receives the progress of long work, and cancels it by an exception. Called from the thread that does the work;
 * implementations need not be thread-safe unless they say so.
 */
public interface Progress {
    /** Nobody listens, nobody cancels. */
    Progress SILENT = (fraction, task) -> {};

    /**
     * Says how far the work is.
     *
     * @param fraction done so far, 0 to 1
     * @param task what is being done, for a person
     * @throws CancelledException if the work shall stop (hosts may throw an unchecked exception of their own)
     */
    void report(double fraction, String task);

    /** The same listener, seeing a part of this work as [from, to] of the whole. */
    default Progress part(double from, double to) {
        return (fraction, task) -> report(from + (to - from) * Math.min(1, Math.max(0, fraction)), task);
    }
}
