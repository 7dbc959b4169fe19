/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.Serializable;

/** Signatures as in GeoServer. */
public class Keyword implements Serializable, KeywordInfo {
    private static final long serialVersionUID = 1;

    public Keyword(String value) {
        throw new UnsupportedOperationException(value);
    }

    @Override
    public String getValue() {
        throw new UnsupportedOperationException();
    }
}
