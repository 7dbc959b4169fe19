/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.ows;

import org.geoserver.catalog.WorkspaceInfo;

/** Signatures as in GeoServer. */
public class LocalWorkspace {
    public static void set(WorkspaceInfo workspace) {
        throw new UnsupportedOperationException(String.valueOf(workspace));
    }

    public static WorkspaceInfo get() {
        throw new UnsupportedOperationException();
    }

    public static void remove() {
        throw new UnsupportedOperationException();
    }
}
