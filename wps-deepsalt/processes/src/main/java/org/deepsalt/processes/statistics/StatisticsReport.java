/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.report.ProbabilityReport;
import org.deepsalt.processes.report.ReportNumbers;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.statistics.SalinityTally;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.locationtech.jts.geom.Geometry;

/** The statistics of a map and its zones, as JSON; a number that no pixel gives is null. */
final class StatisticsReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HECTARE_DECIMALS = 4;

    private final StatisticsRequest request;
    private final Grid grid;
    private final List<Zone> zones;
    /** Those of the zones, and then that of the region if there is one. */
    private final List<Optional<RegionMask>> masks;

    private final boolean probable;
    private final ZoneStatistics.Result result;

    StatisticsReport(
            StatisticsRequest request,
            Grid grid,
            List<Zone> zones,
            List<Optional<RegionMask>> masks,
            boolean probable,
            ZoneStatistics.Result result) {
        this.request = request;
        this.grid = grid;
        this.zones = zones;
        this.masks = masks;
        this.probable = probable;
        this.result = result;
    }

    String toJson() {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:SalinityStatistics");
        report.put("created", Instant.now().toString());
        ObjectNode inputs = report.putObject("inputs");
        inputs.put("ece", request.ece());
        inputs.put("zones", request.zones());
        inputs.put("zoneName", request.zoneName());
        Geometry region = request.region();
        inputs.put("region", region == null ? null : region.toText());
        report.put("unit", "dS/m");
        report.put("crs", grid.crsName());
        ObjectNode rules = report.putObject("rules");
        rules.put("areas", new PixelArea(grid).method());
        rules.put("weights", "mean, median and standardDeviation are weighted by the areas of the pixels");
        rules.put("classes", "from is inside a class, to outside");
        if (probable) {
            rules.put("saline", "by band p_saline: expectedHectares counts each pixel with its probability");
        }
        rules.put("zones", "a pixel belongs to every zone that holds its centre");
        rules.put("medianPrecision", 100 * SalinityTally.STEP / 2 + " % of 1 + ECe");
        report.set("overall", figures(JSON.createObjectNode(), result.overall()));
        ArrayNode entries = report.putArray("zones");
        for (int i = 0; i < zones.size(); i++) {
            ObjectNode entry = entries.addObject();
            entry.put("id", zones.get(i).id());
            entry.put("name", name(zones.get(i)));
            entry.put("insideTheMap", masks.get(i).isPresent());
            figures(entry, result.zones().get(i));
        }
        if (region != null) {
            report.set("region", figures(JSON.createObjectNode(), result.zones().get(zones.size())));
        }
        report.put("version", Version.text());
        return report.toPrettyString();
    }

    private String name(Zone zone) {
        Object name = request.zoneName() == null ? null : zone.attributes().get(request.zoneName());
        return name == null ? zone.id() : name.toString();
    }

    private ObjectNode figures(ObjectNode node, ZoneStatistics.Figures figures) {
        SalinityTally tally = figures.salinity();
        node.put("pixels", tally.pixels());
        node.put("validPixels", tally.valid());
        node.put("hectares", ReportNumbers.hectares(tally.area(), HECTARE_DECIMALS));
        node.put("validHectares", ReportNumbers.hectares(tally.validArea(), HECTARE_DECIMALS));
        node.put("mean", ReportNumbers.finite(tally.mean()));
        node.put("median", ReportNumbers.finite(tally.median()));
        node.put("standardDeviation", ReportNumbers.finite(tally.standardDeviation()));
        node.put("minimum", ReportNumbers.finite(tally.minimum()));
        node.put("maximum", ReportNumbers.finite(tally.maximum()));
        if (probable) {
            node.set("saline", ProbabilityReport.of(figures.probabilities()));
        }
        ArrayNode classes = node.putArray("classes");
        for (SalinityClass one : SalinityClass.values()) {
            ObjectNode entry = classes.addObject();
            entry.put("title", one.title());
            entry.put("from", one.from());
            entry.put("to", ReportNumbers.finite(one.to()));
            entry.put("pixels", tally.pixels(one));
            entry.put("hectares", ReportNumbers.hectares(tally.area(one), HECTARE_DECIMALS));
        }
        return node;
    }
}
