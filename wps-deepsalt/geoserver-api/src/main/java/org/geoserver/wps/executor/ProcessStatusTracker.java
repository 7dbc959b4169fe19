/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.executor;

/** Signatures as in GeoServer. */
public class ProcessStatusTracker {
    public ExecutionStatus getStatus(String executionId) {
        throw new UnsupportedOperationException(executionId);
    }
}
