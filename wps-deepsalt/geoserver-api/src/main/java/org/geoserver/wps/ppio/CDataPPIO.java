/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.ppio;

/** Signatures as in GeoServer. */
public abstract class CDataPPIO extends ComplexPPIO {
    protected CDataPPIO(Class<?> externalType, Class<?> internalType, String mimeType) {
        super(externalType, internalType, mimeType);
    }

    public abstract Object decode(String input) throws Exception;
}
