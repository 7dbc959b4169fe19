/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.security.CoverageAccessLimits;
import org.geoserver.security.ResourceAccessManager;
import org.geoserver.security.SecureCatalogImpl;
import org.geoserver.security.WorkspaceAccessLimits;
import org.geotools.api.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

class AccessRightsTest {
    private final Authentication caller = new TestingAuthenticationToken("ada", "secret");
    private final WorkspaceInfo workspace = mock();
    private final ResourceAccessManager manager = mock();
    private AccessRights rights;

    @BeforeEach
    void logIn() {
        SecureCatalogImpl catalog = mock();
        when(catalog.getResourceAccessManager()).thenReturn(manager);
        rights = new AccessRights(catalog);
        SecurityContextHolder.getContext().setAuthentication(caller);
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoMayAdministerAWorkspaceMayPublishIntoIt() {
        WorkspaceAccessLimits limits = limits(true);
        when(manager.getAccessLimits(caller, workspace)).thenReturn(limits);
        assertThat(rights.mayPublishInto(workspace)).isTrue();
    }

    @Test
    void whoMayReadAloneMayNot() {
        WorkspaceAccessLimits limits = limits(false);
        when(manager.getAccessLimits(caller, workspace)).thenReturn(limits);
        assertThat(rights.mayPublishInto(workspace)).isFalse();
    }

    @Test
    void aCallerWithoutANameMayNotEvenIfAnotherMay() {
        WorkspaceAccessLimits limits = limits(true);
        when(manager.getAccessLimits(caller, workspace)).thenReturn(limits);
        SecurityContextHolder.clearContext();
        assertThat(rights.mayPublishInto(workspace)).isFalse();
    }

    @Test
    void whoIsRestrictedToAPartOfACoverageMayNotReadItsFiles() {
        CoverageInfo coverage = mock();
        assertThat(rights.mayReadWhole(coverage)).isTrue();
        CoverageAccessLimits limits = mock();
        when(manager.getAccessLimits(caller, coverage)).thenReturn(limits);
        when(limits.getReadFilter()).thenReturn(Filter.INCLUDE);
        assertThat(rights.mayReadWhole(coverage)).isTrue();
        when(limits.getRasterFilter()).thenReturn(new GeometryFactory().createMultiPolygon());
        assertThat(rights.mayReadWhole(coverage)).isFalse();
        when(limits.getRasterFilter()).thenReturn(null);
        when(limits.getReadFilter()).thenReturn(Filter.EXCLUDE);
        assertThat(rights.mayReadWhole(coverage)).isFalse();
    }

    private static WorkspaceAccessLimits limits(boolean adminable) {
        WorkspaceAccessLimits limits = mock();
        when(limits.isAdminable()).thenReturn(adminable);
        return limits;
    }
}
