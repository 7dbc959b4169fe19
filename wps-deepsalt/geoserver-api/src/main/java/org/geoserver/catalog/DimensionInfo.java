/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog;

import java.io.Serializable;

/** Signatures as in GeoServer. */
public interface DimensionInfo extends Serializable {
    boolean isEnabled();

    void setEnabled(boolean enabled);

    void setPresentation(DimensionPresentation presentation);

    void setUnits(String units);

    void setDefaultValue(DimensionDefaultValueSetting defaultValue);
}
