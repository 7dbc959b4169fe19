/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.series;

import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.DimensionDefaultValueSetting;
import org.geoserver.catalog.DimensionInfo;
import org.geoserver.catalog.DimensionPresentation;
import org.geoserver.catalog.impl.DimensionInfoImpl;

/** What makes a coverage one of a series. Stateless. */
public final class SeriesCoverage {
    private static final String TIME = "time";

    private SeriesCoverage() {}

    /** Gives it the dimension of time, of which the latest day is shown if nobody asks for one. */
    public static void describe(CoverageInfo coverage) {
        DimensionDefaultValueSetting latest = new DimensionDefaultValueSetting();
        latest.setStrategyType(DimensionDefaultValueSetting.Strategy.MAXIMUM);
        DimensionInfo time = new DimensionInfoImpl();
        time.setEnabled(true);
        time.setPresentation(DimensionPresentation.LIST);
        time.setUnits("ISO8601");
        time.setDefaultValue(latest);
        coverage.getMetadata().put(TIME, time);
    }
}
