/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.ppio;

/** Signatures as in GeoServer. */
public abstract class BinaryPPIO extends ComplexPPIO {
    protected BinaryPPIO(Class<?> externalType, Class<?> internalType, String mimeType) {
        super(externalType, internalType, mimeType);
    }
}
