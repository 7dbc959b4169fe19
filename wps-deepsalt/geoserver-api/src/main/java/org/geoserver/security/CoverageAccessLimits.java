/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

import org.locationtech.jts.geom.MultiPolygon;

/** Signatures as in GeoServer. */
public class CoverageAccessLimits extends DataAccessLimits {
    private static final long serialVersionUID = 1;

    CoverageAccessLimits() {}

    public MultiPolygon getRasterFilter() {
        throw new UnsupportedOperationException();
    }
}
