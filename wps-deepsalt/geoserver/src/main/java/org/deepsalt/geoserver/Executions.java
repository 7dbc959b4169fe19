/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import org.geoserver.wps.executor.ExecutionStatus;
import org.geoserver.wps.executor.ProcessStatusTracker;
import org.geoserver.wps.resource.WPSResourceManager;
import org.geotools.api.feature.type.Name;
import org.geotools.api.util.ProgressListener;

/** What GeoServer's WPS knows about the executions that run. Thread-safe. */
public final class Executions {
    private final WPSResourceManager resources;
    private final ProcessStatusTracker tracker;

    /** GeoServer's beans. */
    public Executions(WPSResourceManager resources, ProcessStatusTracker tracker) {
        this.resources = resources;
        this.tracker = tracker;
    }

    /**
     * A listener whose progress grows evenly, for the thread of a process.
     *
     * @param process the one that runs; an input of another keeps the listener that it was given, since the other one
     *     has the rest of the percentage
     */
    ProgressListener even(Name process, ProgressListener listener) {
        ExecutionStatus status = status();
        return listener == null || status == null || !process.equals(status.getProcessName())
                ? listener
                : new EvenProgress(listener, this::percent, System::nanoTime);
    }

    private double percent() {
        ExecutionStatus status = status();
        return status == null ? 0 : status.getProgress();
    }

    private ExecutionStatus status() {
        String id = resources.getCurrentExecutionId();
        return id == null ? null : tracker.getStatus(id);
    }
}
