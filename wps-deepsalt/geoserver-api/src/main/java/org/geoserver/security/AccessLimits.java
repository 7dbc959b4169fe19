/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security;

import java.io.Serializable;

/** Signatures as in GeoServer. */
public class AccessLimits implements Serializable, Cloneable {
    private static final long serialVersionUID = 1;

    AccessLimits() {}
}
