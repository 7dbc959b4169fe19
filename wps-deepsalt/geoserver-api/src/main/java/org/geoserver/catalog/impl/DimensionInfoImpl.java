/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.geoserver.catalog.impl;

import org.geoserver.catalog.DimensionDefaultValueSetting;
import org.geoserver.catalog.DimensionInfo;
import org.geoserver.catalog.DimensionPresentation;

/** Signatures as in GeoServer. */
public class DimensionInfoImpl implements DimensionInfo {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isEnabled() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setEnabled(boolean enabled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setPresentation(DimensionPresentation presentation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setUnits(String units) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setDefaultValue(DimensionDefaultValueSetting defaultValue) {
        throw new UnsupportedOperationException();
    }
}
