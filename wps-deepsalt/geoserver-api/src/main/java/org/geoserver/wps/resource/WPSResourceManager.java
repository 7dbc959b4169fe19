/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.resource;

import java.io.IOException;
import org.geoserver.platform.GeoServerResourceLoader;
import org.geoserver.platform.resource.Resource;

/** Signatures as in GeoServer. */
public class WPSResourceManager {
    public void addResource(WPSResource resource) {
        throw new UnsupportedOperationException(String.valueOf(resource));
    }

    public String getCurrentExecutionId() {
        throw new UnsupportedOperationException();
    }

    public WPSResourceManager(GeoServerResourceLoader resourceLoader) {
        throw new UnsupportedOperationException(String.valueOf(resourceLoader));
    }

    @SuppressWarnings("unused")
    public Resource getTemporaryResource(String extension) throws IOException {
        throw new UnsupportedOperationException();
    }
}
