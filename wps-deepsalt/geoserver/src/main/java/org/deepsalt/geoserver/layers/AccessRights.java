/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.security.CoverageAccessLimits;
import org.geoserver.security.DataAccessLimits;
import org.geoserver.security.SecureCatalogImpl;
import org.geoserver.security.WorkspaceAccessLimits;
import org.geotools.api.filter.Filter;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the caller of the running request may change: GeoServer's catalog itself checks what may be read. */
public final class AccessRights {
    private final SecureCatalogImpl catalog;

    /** @param catalog the secured one, which knows who may administer what */
    public AccessRights(SecureCatalogImpl catalog) {
        this.catalog = catalog;
    }

    /** Whether the caller may read all of a coverage that the caller sees, not only a part of its area or granules. */
    public boolean mayReadWhole(CoverageInfo coverage) {
        DataAccessLimits limits = catalog.getResourceAccessManager()
                .getAccessLimits(SecurityContextHolder.getContext().getAuthentication(), coverage);
        boolean everything =
                limits == null || limits.getReadFilter() == null || limits.getReadFilter() == Filter.INCLUDE;
        return everything && !(limits instanceof CoverageAccessLimits area && area.getRasterFilter() != null);
    }

    /** Whether the caller may add, change and remove layers, which GeoServer calls administering. */
    public boolean mayPublishInto(WorkspaceInfo workspace) {
        WorkspaceAccessLimits limits = catalog.getResourceAccessManager()
                .getAccessLimits(SecurityContextHolder.getContext().getAuthentication(), workspace);
        return limits != null && limits.isAdminable();
    }
}
