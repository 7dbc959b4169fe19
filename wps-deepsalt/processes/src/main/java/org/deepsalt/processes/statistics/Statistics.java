/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.Problems;
import org.deepsalt.model.Progress;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.processes.catalog.RasterLayer;
import org.deepsalt.processes.inputs.ResourceScope;
import org.deepsalt.processes.job.ProcessLimits;
import org.deepsalt.processes.report.JsonReport;
import org.deepsalt.raster.coverage.RasterSource;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.statistics.ZoneStatistics;

/** The work of {@code deepsalt:SalinityStatistics}: checks everything, counts pixels, reports. Writes no file. */
final class Statistics {
    private final LayerCatalog catalog;
    private final ProcessLimits limits;

    Statistics(LayerCatalog catalog, ProcessLimits limits) {
        this.catalog = catalog;
        this.limits = limits;
    }

    Map<String, Object> run(StatisticsRequest request, Progress progress) {
        progress.report(0, "checking the request");
        List<Granule> granules = catalog.granules(request.ece());
        try (ResourceScope resources = new ResourceScope(catalog, progress.part(0, 0.01))) {
            return granules.isEmpty()
                    ? map(request, resources, progress)
                    : new SeriesStatistics(catalog, limits, granules).run(request, resources, progress);
        }
    }

    private Map<String, Object> map(StatisticsRequest request, ResourceScope resources, Progress progress) {
        Problems problems = new Problems();
        if (request.from() != null || request.to() != null) {
            problems.add("from and to are days of a series, and '" + request.ece()
                    + "' is none: leave them out, or name a layer with a time dimension that DeepSalt made");
        }
        RasterLayer layer = problems.attempt(() -> resources.raster(request.ece()));
        RasterSource opened = layer == null ? null : problems.attempt(() -> open(layer, resources));
        EceBands found = layer == null || opened == null ? null : problems.attempt(() -> EceBands.of(layer, opened));
        ZoneInputs zones = ZoneInputs.read(request, resources, problems);
        RasterSource map = problems.require(opened);
        List<Optional<RegionMask>> masks = zones.masks(map.grid(), problems, progress.part(0, 0.01));
        problems.throwIfAny();
        EceBands bands = problems.require(found);
        ZoneStatistics.Result result =
                new ZoneStatistics(map, bands.ece(), bands.saline(), masks).run(progress.part(0.01, 0.99));
        progress.report(1, "done");
        StatisticsTable table = new StatisticsTable(zones, false);
        table.add(result);
        return outputs(
                new StatisticsReport(
                                request,
                                zones,
                                map.grid(),
                                masks,
                                bands.saline().isPresent())
                        .toJson(result),
                table);
    }

    static Map<String, Object> outputs(String report, StatisticsTable table) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        outputs.put("statistics", new JsonReport(report));
        outputs.put("table", table.toString());
        return outputs;
    }

    private RasterSource open(RasterLayer layer, ResourceScope resources) {
        RasterSource map = resources.open(layer::open, RasterSource::close);
        if (map.grid().crs() == null) {
            throw new DeepSaltException("layer '" + layer.name()
                    + "' has no coordinate reference system: give it one in its file"
                    + " (gdal_edit.py -a_srs EPSG:N FILE) or in the catalog");
        }
        if (map.grid().pixels() > limits.maxPixels()) {
            throw new DeepSaltException("layer '" + layer.name() + "' has "
                    + map.grid().pixels() + " pixels, this server allows " + limits.maxPixels()
                    + ": give a smaller layer");
        }
        return map;
    }
}
