/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import org.geoserver.security.AdminRequest;

/**
 * While one is open, GeoServer's catalog shows its thread what the caller may administer, and nothing else: layers that
 * are to be read must have been opened before.
 */
final class AdminScope implements AutoCloseable {
    private final boolean ours;

    private AdminScope(boolean ours) {
        this.ours = ours;
    }

    /** Opens a scope; within another administrative request, closing it ends nothing. */
    static AdminScope open() {
        boolean ours = AdminRequest.get() == null;
        if (ours) {
            AdminRequest.start(AdminScope.class);
        }
        return new AdminScope(ours);
    }

    @Override
    public void close() {
        if (ours) {
            AdminRequest.finish();
        }
    }
}
