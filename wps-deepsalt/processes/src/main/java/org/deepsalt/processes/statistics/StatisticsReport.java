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
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.statistics.SalinityTally;
import org.deepsalt.raster.statistics.ZoneStatistics;

/** The figures of a map and its zones, as JSON; what no pixel gives is null. */
record StatisticsReport(
        String ece,
        String zoneLayer,
        String zoneName,
        Grid grid,
        List<Zone> zones,
        List<Optional<RegionMask>> masks,
        boolean probable,
        ZoneStatistics.Result result) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SQUARE_METRES_PER_HECTARE = 10_000;

    String toJson() {
        ObjectNode report = JSON.createObjectNode();
        report.put("process", "deepsalt:SalinityStatistics");
        report.put("created", Instant.now().toString());
        ObjectNode inputs = report.putObject("inputs");
        inputs.put("ece", ece);
        inputs.put("zones", zoneLayer);
        inputs.put("zoneName", zoneName);
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
        report.put("version", Version.text());
        return report.toPrettyString();
    }

    private String name(Zone zone) {
        Object name = zoneName == null ? null : zone.attributes().get(zoneName);
        return name == null ? zone.id() : name.toString();
    }

    private ObjectNode figures(ObjectNode node, ZoneStatistics.Figures figures) {
        SalinityTally tally = figures.salinity();
        node.put("pixels", tally.pixels());
        node.put("validPixels", tally.valid());
        node.put("hectares", hectares(tally.area()));
        node.put("validHectares", hectares(tally.validArea()));
        node.put("mean", finite(tally.mean()));
        node.put("median", finite(tally.median()));
        node.put("standardDeviation", finite(tally.standardDeviation()));
        node.put("minimum", finite(tally.minimum()));
        node.put("maximum", finite(tally.maximum()));
        if (probable) {
            node.set("saline", ProbabilityReport.of(figures.probabilities()));
        }
        ArrayNode classes = node.putArray("classes");
        for (SalinityClass one : SalinityClass.values()) {
            ObjectNode entry = classes.addObject();
            entry.put("title", one.title());
            entry.put("from", one.from());
            entry.put("to", finite(one.to()));
            entry.put("pixels", tally.pixels(one));
            entry.put("hectares", hectares(tally.area(one)));
        }
        return node;
    }

    private static double hectares(double squareMetres) {
        return Math.round(squareMetres / SQUARE_METRES_PER_HECTARE * 1e4) / 1e4;
    }

    /** JSON has no NaN and no infinity. */
    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
