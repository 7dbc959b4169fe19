/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

import org.geotools.api.filter.Filter;

/** Signatures as in GeoServer. */
public class DataAccessLimits extends AccessLimits {
    private static final long serialVersionUID = 1;

    DataAccessLimits() {}

    public Filter getReadFilter() {
        throw new UnsupportedOperationException();
    }
}
