/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.Serializable;

/** Signatures as in GeoServer. */
public interface CoverageDimensionInfo extends Serializable {
    String getName();

    void setName(String name);

    String getUnit();

    void setUnit(String unit);
}
