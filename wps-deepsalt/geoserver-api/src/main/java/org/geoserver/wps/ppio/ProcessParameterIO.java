/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.ppio;

import org.geotools.api.data.Parameter;
import org.springframework.context.ApplicationContext;

/** Signatures as in GeoServer. */
public abstract class ProcessParameterIO {
    /** Signatures as in GeoServer. */
    public enum PPIODirection {
        ENCODING,
        DECODING,
        BOTH
    }

    protected String identifer;

    protected ProcessParameterIO(Class<?> externalType, Class<?> internalType) {}

    public static ProcessParameterIO find(Parameter<?> p, ApplicationContext context, String mime) {
        throw new UnsupportedOperationException(p + ", " + context + ", " + mime);
    }

    public PPIODirection getDirection() {
        return PPIODirection.BOTH;
    }
}
