/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.util.Map;
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
import org.geotools.process.factory.DescribeResults;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** {@code deepsalt:SalinityStatistics}: areas by salinity class and moments of a map of ECe. Thread-safe. */
@DescribeProcess(
        title = "Statistics of a salinity map",
        description =
                "Gives hectares per salinity class, mean, median and standard deviation of a map of ECe (dS/m), in"
                        + " all, for each polygon of a layer and for one that is given, and hectares by the"
                        + " probability of being saline where the map has a band p_saline. A pixel belongs to every"
                        + " zone that holds its centre. Of a series of maps it gives them for every day, and what"
                        + " changed between the first and the last: only what the prediction intervals tell apart is"
                        + " called a change.")
public class SalinityStatisticsProcess implements DeepSaltProcess {
    private final LayerCatalog catalog;
    private final ProcessSettings settings;

    public SalinityStatisticsProcess(LayerCatalog catalog, ProcessSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Runs the process; see the annotations for what goes in and comes out. */
    @DescribeResults({
        @DescribeResult(
                name = "statistics",
                type = JsonReport.class,
                primary = true,
                description = "figures of the whole map, of each zone and of the region, weighted by the areas of the"
                        + " pixels; of a series for every day, with the difference between the first and the last"),
        @DescribeResult(
                name = "table",
                type = String.class,
                description = "hectares per salinity class, mean, median and share of valid pixels as CSV: a line for"
                        + " the whole map, each zone and the region, of every day; of a series also the difference"
                        + " between the first and the last day")
    })
    public Map<String, Object> execute(
            @DescribeParameter(
                            name = "ece",
                            description =
                                    "layer with ECe in dS/m: a band named ece, or the only band of the layer; or a"
                                            + " series of such maps")
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
            @DescribeParameter(
                            name = "from",
                            min = 0,
                            description = "first day of a series that counts, such as 2025-07-11; its first without it")
                    @Nullable
                    String from,
            @DescribeParameter(
                            name = "to",
                            min = 0,
                            description = "last day of a series that counts; its last without it")
                    @Nullable
                    String to,
            ProgressListener listener) {
        StatisticsRequest request = new StatisticsRequest(ece, zones, zoneName, region, from, to);
        return WpsEdge.run(
                () -> new Statistics(catalog, settings.limits()).run(request, ListenerProgress.of(listener)));
    }
}
