/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.config;

import java.io.File;

/** Signatures as in GeoServer. */
public class GeoServerDataDirectory {
    public GeoServerDataDirectory(File baseDirectory) {
        throw new UnsupportedOperationException(String.valueOf(baseDirectory));
    }

    public File root() {
        throw new UnsupportedOperationException();
    }
}
