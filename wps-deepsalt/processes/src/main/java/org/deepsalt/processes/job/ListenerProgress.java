/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.job;

import org.deepsalt.model.CancelledException;
import org.deepsalt.model.Progress;
import org.geotools.api.util.ProgressListener;
import org.geotools.util.SimpleInternationalString;

/**
 * Reports progress to the listener of a WPS host, and ends the work when the host cancels it. GeoServer drops a new
 * text unless the percentage grows, and its listener throws an exception of its own after a dismissal, which passes
 * through.
 */
public final class ListenerProgress implements Progress {
    /** Loops report at each turn; a host that hears the same again and again only loses time. */
    private static final long NEWS_NANOS = 20_000_000;

    private final ProgressListener listener;
    private double said = Double.NaN;
    private String saidTask = "";
    private long at;

    private ListenerProgress(ProgressListener listener) {
        this.listener = listener;
    }

    /** Progress that is reported to a listener of the host; silent if the host gives none. */
    public static Progress of(ProgressListener listener) {
        return listener == null ? SILENT : new ListenerProgress(listener);
    }

    @Override
    public void report(double fraction, String task) {
        long now = System.nanoTime();
        if (fraction == said && task.equals(saidTask) && now - at < NEWS_NANOS) {
            return;
        }
        said = fraction;
        saidTask = task;
        at = now;
        listener.setTask(new SimpleInternationalString(task));
        listener.progress((float) (100 * fraction));
        if (listener.isCanceled()) {
            throw new CancelledException();
        }
    }
}
