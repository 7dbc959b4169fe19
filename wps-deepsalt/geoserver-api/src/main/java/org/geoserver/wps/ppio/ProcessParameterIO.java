/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.ppio;

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

    public PPIODirection getDirection() {
        return PPIODirection.BOTH;
    }
}
