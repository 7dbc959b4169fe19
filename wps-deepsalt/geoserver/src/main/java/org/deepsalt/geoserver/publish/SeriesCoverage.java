/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.util.List;
import java.util.Map;
import org.geoserver.catalog.CoverageInfo;
import org.geoserver.catalog.DimensionDefaultValueSetting;
import org.geoserver.catalog.DimensionInfo;
import org.geoserver.catalog.DimensionPresentation;
import org.geoserver.catalog.impl.DimensionInfoImpl;

/** What makes a coverage one of a series. Stateless. */
final class SeriesCoverage {
    private static final String TIME = "time";

    private SeriesCoverage() {}

    /**
     * Gives it the dimension of time, of which the latest day is shown if nobody asks for one, and takes away the
     * provenance of a single map, which the granules' reports have.
     */
    static void describe(CoverageInfo coverage) {
        List.copyOf(coverage.getMetadata().entrySet()).stream()
                .map(Map.Entry::getKey)
                .filter(CoverageText::isOurs)
                .forEach(coverage.getMetadata()::remove);
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
