/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.Serializable;
import java.util.List;
import org.geotools.util.NumberRange;

/** Signatures as in GeoServer. */
public interface CoverageDimensionInfo extends Serializable {
    String getName();

    void setName(String name);

    String getUnit();

    void setUnit(String unit);

    String getDescription();

    NumberRange<? extends Number> getRange();

    List<Double> getNullValues();
}
