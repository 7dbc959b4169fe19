/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import org.geoserver.catalog.CatalogBuilder;
import org.geoserver.catalog.DimensionDefaultValueSetting;
import org.geoserver.catalog.Keyword;
import org.geoserver.catalog.WorkspaceInfo;
import org.geoserver.catalog.impl.DimensionInfoImpl;
import org.geoserver.catalog.impl.MetadataLinkInfoImpl;
import org.geoserver.gwc.GWC;
import org.geoserver.ows.LocalWorkspace;
import org.geoserver.security.AdminRequest;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;

/** Stand-ins for the classes of GeoServer that publishing makes or calls by their names. */
final class ReplacedClasses implements AutoCloseable {
    private final MockedConstruction<CatalogBuilder> builders;
    private final MockedConstruction<Keyword> keywords;
    private final MockedConstruction<MetadataLinkInfoImpl> links;
    private final MockedConstruction<DimensionInfoImpl> dimensions;
    private final MockedConstruction<DimensionDefaultValueSetting> defaults;
    private final MockedStatic<GWC> caches;
    private final MockedStatic<AdminRequest> requests;
    private final MockedStatic<LocalWorkspace> services;
    private Object adminRequest;
    private WorkspaceInfo local;

    /** @param builder what every new builder does */
    ReplacedClasses(MockedConstruction.MockInitializer<CatalogBuilder> builder, GWC tiles) {
        builders = mockConstruction(CatalogBuilder.class, builder);
        keywords = mockConstruction(Keyword.class, (keyword, made) -> when(keyword.getValue())
                .thenReturn((String) made.arguments().get(0)));
        links = mockConstruction(
                MetadataLinkInfoImpl.class, made -> withSettings().defaultAnswer(new Bean()));
        dimensions = mockConstruction(DimensionInfoImpl.class);
        defaults = mockConstruction(DimensionDefaultValueSetting.class);
        caches = mockStatic(GWC.class);
        caches.when(GWC::get).thenReturn(tiles);
        requests = mockStatic(AdminRequest.class);
        requests.when(AdminRequest::get).thenAnswer(call -> adminRequest);
        requests.when(() -> AdminRequest.start(any())).thenAnswer(call -> adminRequest = call.getArgument(0));
        requests.when(AdminRequest::finish).thenAnswer(call -> adminRequest = null);
        services = mockStatic(LocalWorkspace.class);
        services.when(LocalWorkspace::get).thenAnswer(call -> local);
        services.when(() -> LocalWorkspace.set(any())).thenAnswer(call -> local = call.getArgument(0));
        services.when(LocalWorkspace::remove).thenAnswer(call -> local = null);
    }

    /** Whether an administrative request is open. */
    boolean areAdministered() {
        return adminRequest != null;
    }

    /** The workspace in whose services the test is; null for those of all. */
    WorkspaceInfo local() {
        return local;
    }

    /** Puts the test into the services of a workspace. */
    void enter(WorkspaceInfo workspace) {
        local = workspace;
    }

    @Override
    public void close() {
        services.close();
        requests.close();
        caches.close();
        defaults.close();
        dimensions.close();
        links.close();
        keywords.close();
        builders.close();
    }
}
