/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.catalog;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.when;

import org.geoserver.catalog.CatalogBuilder;
import org.geoserver.catalog.Keyword;
import org.geoserver.gwc.GWC;
import org.geoserver.security.AdminRequest;
import org.mockito.MockedConstruction;
import org.mockito.MockedStatic;

/** Stand-ins for the classes of GeoServer that publishing makes or calls by their names. */
final class ReplacedClasses implements AutoCloseable {
    private final MockedConstruction<CatalogBuilder> builders;
    private final MockedConstruction<Keyword> keywords;
    private final MockedStatic<GWC> caches;
    private final MockedStatic<AdminRequest> requests;
    private Object adminRequest;

    /** @param builder what every new builder does */
    ReplacedClasses(MockedConstruction.MockInitializer<CatalogBuilder> builder, GWC tiles) {
        builders = mockConstruction(CatalogBuilder.class, builder);
        keywords = mockConstruction(Keyword.class, (keyword, made) -> when(keyword.getValue())
                .thenReturn((String) made.arguments().get(0)));
        caches = mockStatic(GWC.class);
        caches.when(GWC::get).thenReturn(tiles);
        requests = mockStatic(AdminRequest.class);
        requests.when(AdminRequest::get).thenAnswer(call -> adminRequest);
        requests.when(() -> AdminRequest.start(any())).thenAnswer(call -> adminRequest = call.getArgument(0));
        requests.when(AdminRequest::finish).thenAnswer(call -> adminRequest = null);
    }

    /** Whether an administrative request is open. */
    boolean areAdministered() {
        return adminRequest != null;
    }

    @Override
    public void close() {
        requests.close();
        caches.close();
        keywords.close();
        builders.close();
    }
}
