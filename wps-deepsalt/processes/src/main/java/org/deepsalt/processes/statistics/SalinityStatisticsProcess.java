/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import org.deepsalt.processes.DeepSaltProcess;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.job.ListenerProgress;
import org.deepsalt.processes.job.ProcessSettings;
import org.deepsalt.processes.job.WpsEdge;
import org.deepsalt.processes.report.JsonReport;
import org.geotools.api.util.ProgressListener;
import org.geotools.process.factory.DescribeParameter;
import org.geotools.process.factory.DescribeProcess;
import org.geotools.process.factory.DescribeResult;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** {@code deepsalt:SalinityStatistics}: areas by salinity class and moments of a map of ECe. Thread-safe. */
@DescribeProcess(
        title = "Statistics of a salinity map",
        description =
                "Gives hectares per salinity class, mean, median and standard deviation of a map of ECe (dS/m), in"
                        + " all, for each polygon of a layer and for one that is given, and hectares by the"
                        + " probability of being saline where the map has a band p_saline. A pixel belongs to every"
                        + " zone that holds its centre.")
public class SalinityStatisticsProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;
    private final ProcessSettings settings;

    public SalinityStatisticsProcess(LayerCatalog catalog, ProcessSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResult(
            name = "statistics",
            type = JsonReport.class,
            description =
                    "figures of the whole map, of each zone and of the region, weighted by the areas of the pixels")
    public JsonReport execute(
            @DescribeParameter(
                            name = "ece",
                            description = "layer with ECe in dS/m: a band named ece, or the only band of the layer")
                    String ece,
            @DescribeParameter(name = "zones", min = 0, description = "layer of polygons in any CRS") @Nullable
                    String zones,
            @DescribeParameter(
                            name = "zoneName",
                            min = 0,
                            description = "attribute of the zones that names them; their ids do without it")
                    @Nullable
                    String zoneName,
            @DescribeParameter(
                            name = "region",
                            min = 0,
                            description = "polygon for figures of its own; longitude and latitude, or the map's CRS if"
                                    + " the geometry names its SRID")
                    @Nullable
                    Geometry region,
            ProgressListener listener) {
        StatisticsRequest request = new StatisticsRequest(ece, zones, zoneName, region);
        return WpsEdge.run(
                () -> new Statistics(catalog, settings.limits()).run(request, ListenerProgress.of(listener)));
    }
}
