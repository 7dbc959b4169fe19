/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.Serializable;

/** Signatures as in GeoServer. */
public class DimensionDefaultValueSetting implements Serializable {
    private static final long serialVersionUID = 1;

    /** Constants as in GeoServer. */
    public enum Strategy {
        MINIMUM,
        MAXIMUM,
        FIXED,
        NEAREST,
        BUILTIN
    }

    public void setStrategyType(Strategy strategyType) {
        throw new UnsupportedOperationException();
    }
}
