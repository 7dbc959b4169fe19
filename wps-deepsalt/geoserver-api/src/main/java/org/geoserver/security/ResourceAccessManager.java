/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

import org.geoserver.catalog.ResourceInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.springframework.security.core.Authentication;

/** Signatures as in GeoServer. */
public interface ResourceAccessManager {
    WorkspaceAccessLimits getAccessLimits(Authentication user, WorkspaceInfo workspace);

    DataAccessLimits getAccessLimits(Authentication user, ResourceInfo resource);
}
