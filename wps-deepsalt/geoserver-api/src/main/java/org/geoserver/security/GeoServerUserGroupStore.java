/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

import java.io.IOException;
import org.geoserver.security.impl.GeoServerUser;
import org.geoserver.security.validation.PasswordPolicyException;

/** Signatures as in GeoServer. */
public interface GeoServerUserGroupStore extends GeoServerUserGroupService {
    void updateUser(GeoServerUser user) throws IOException, PasswordPolicyException;

    void store() throws IOException;
}
