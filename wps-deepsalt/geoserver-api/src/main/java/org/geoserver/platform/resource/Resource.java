/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.platform.resource;

import java.io.File;

/** Signatures as in GeoServer. */
public interface Resource {
    /** Signatures as in GeoServer. */
    enum Type {
        DIRECTORY,
        RESOURCE,
        UNDEFINED
    }

    File file();

    File dir();

    Type getType();
}
