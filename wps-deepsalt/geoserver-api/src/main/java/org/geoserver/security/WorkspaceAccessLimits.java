/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

/** Signatures as in GeoServer. */
public class WorkspaceAccessLimits extends AccessLimits {
    private static final long serialVersionUID = 1;

    WorkspaceAccessLimits() {}

    public boolean isAdminable() {
        throw new UnsupportedOperationException();
    }
}
