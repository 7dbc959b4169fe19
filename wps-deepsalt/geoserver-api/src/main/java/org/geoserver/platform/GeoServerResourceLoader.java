/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.platform;

import java.io.File;
import org.geoserver.platform.resource.Resource;

/** Signatures as in GeoServer. */
public class GeoServerResourceLoader {
    public GeoServerResourceLoader(File baseDirectory) {
        throw new UnsupportedOperationException(String.valueOf(baseDirectory));
    }

    public Resource fromURL(String url) {
        throw new UnsupportedOperationException();
    }
}
