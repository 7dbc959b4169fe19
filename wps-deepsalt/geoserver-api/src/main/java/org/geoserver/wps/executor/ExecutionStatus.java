/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.executor;

import org.geotools.api.feature.type.Name;

/** Signatures as in GeoServer. */
public class ExecutionStatus {
    public Name getProcessName() {
        throw new UnsupportedOperationException();
    }

    public float getProgress() {
        throw new UnsupportedOperationException();
    }
}
