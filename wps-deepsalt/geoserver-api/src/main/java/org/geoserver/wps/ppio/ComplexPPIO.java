/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.wps.ppio;

import java.io.InputStream;
import java.io.OutputStream;

/** Signatures as in GeoServer. */
public abstract class ComplexPPIO extends ProcessParameterIO {
    protected String mimeType;

    protected ComplexPPIO(Class<?> externalType, Class<?> internalType, String mimeType) {
        super(externalType, internalType);
        this.mimeType = mimeType;
    }

    public abstract Object decode(InputStream input) throws Exception;

    public Object decode(Object input) throws Exception {
        return input;
    }

    public final String getMimeType() {
        return mimeType;
    }

    public abstract void encode(Object value, OutputStream os) throws Exception;

    public String getFileExtension() {
        return ".bin";
    }
}
