/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.ows.LocalWorkspace;
import org.geoserver.security.AdminRequest;

/**
 * While one is open, GeoServer's catalog shows its thread what the caller may administer, and nothing else: layers that
 * are to be read must have been opened before. An isolated workspace, which is seen from its own services alone, is
 * seen from within.
 */
public final class AdminScope implements AutoCloseable {
    private final boolean ours;
    private final boolean entered;

    private AdminScope(boolean ours, boolean entered) {
        this.ours = ours;
        this.entered = entered;
    }

    /**
     * Opens a scope; within another administrative request, closing it ends nothing.
     *
     * @param workspace in which the catalog is read and changed
     */
    public static AdminScope open(WorkspaceInfo workspace) {
        boolean ours = AdminRequest.get() == null;
        boolean entered = workspace.isIsolated() && LocalWorkspace.get() == null;
        if (ours) {
            AdminRequest.start(AdminScope.class);
        }
        if (entered) {
            LocalWorkspace.set(workspace);
        }
        return new AdminScope(ours, entered);
    }

    @Override
    public void close() {
        if (entered) {
            LocalWorkspace.remove();
        }
        if (ours) {
            AdminRequest.finish();
        }
    }
}
