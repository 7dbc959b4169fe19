/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

import java.io.IOException;
import org.geoserver.security.impl.GeoServerUser;

/** Signatures as in GeoServer. */
public interface GeoServerUserGroupService {
    GeoServerUserGroupStore createStore() throws IOException;

    GeoServerUser getUserByUsername(String username) throws IOException;

    void load() throws IOException;
}
