/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import java.util.Map;
import org.geoserver.wps.executor.ExecutionStatus;
import org.geoserver.wps.executor.ProcessStatusTracker;
import org.geoserver.wps.resource.WPSResource;
import org.geoserver.wps.resource.WPSResourceManager;
import org.geotools.api.feature.type.Name;
import org.geotools.api.util.ProgressListener;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.process.Process;
import org.jspecify.annotations.Nullable;

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

    /** The process with files behind its outputs closed by GeoServer, which by itself closes those of inputs alone. */
    Process closing(Process process) {
        return (inputs, monitor) -> {
            Map<String, Object> outputs = process.execute(inputs, monitor);
            outputs.forEach((name, output) -> {
                if (output instanceof GridCoverage2D coverage) {
                    resources.addResource(new OpenCoverage(name, coverage));
                }
            });
            return outputs;
        };
    }

    /** A coverage whose file is open. */
    private record OpenCoverage(String name, GridCoverage2D coverage) implements WPSResource {
        @Override
        public void delete() {
            coverage.dispose(true);
        }

        @Override
        public String getName() {
            return name;
        }
    }

    private double percent() {
        ExecutionStatus status = status();
        return status == null ? 0 : status.getProgress();
    }

    private @Nullable ExecutionStatus status() {
        String id = resources.getCurrentExecutionId();
        return id == null ? null : tracker.getStatus(id);
    }
}
