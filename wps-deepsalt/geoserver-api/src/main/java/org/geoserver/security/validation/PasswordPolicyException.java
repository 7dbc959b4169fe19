/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.security.validation;

/** Signatures as in GeoServer. */
public class PasswordPolicyException extends Exception {
    private static final long serialVersionUID = 1;

    PasswordPolicyException() {}
}
