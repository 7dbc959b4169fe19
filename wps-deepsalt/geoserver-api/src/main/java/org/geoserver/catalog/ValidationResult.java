/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.util.List;

/** Signatures as in GeoServer. */
public class ValidationResult {
    public ValidationResult(List<RuntimeException> errors) {
        throw new UnsupportedOperationException(String.valueOf(errors));
    }

    public void throwIfInvalid() {
        throw new UnsupportedOperationException();
    }
}
