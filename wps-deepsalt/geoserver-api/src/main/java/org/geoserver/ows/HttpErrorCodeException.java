/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.ows;

/** Signatures as in GeoServer. */
public class HttpErrorCodeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int errorCode;

    public HttpErrorCodeException(int errorCode, String message, Throwable cause) {
        super(message, cause);
        this.errorCode = errorCode;
    }

    public int getErrorCode() {
        return errorCode;
    }
}
