/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.ows;

import java.io.IOException;
import java.io.OutputStream;
import org.geoserver.platform.Operation;

/** Signatures as in GeoServer. */
public abstract class Response {
    public Response(Class<?> binding) {}

    public boolean canHandle(Operation operation) {
        return true;
    }

    public abstract String getMimeType(Object value, Operation operation);

    public String[][] getHeaders(Object value, Operation operation) {
        return null;
    }

    public String getAttachmentFileName(Object value, Operation operation) {
        return null;
    }

    public String getCharset(Operation operation) {
        return null;
    }

    public abstract void write(Object value, OutputStream output, Operation operation) throws IOException;
}
