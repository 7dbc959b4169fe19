/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.report.Version;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.PixelArea;
import org.deepsalt.raster.statistics.ChangeStatistics;
import org.deepsalt.raster.statistics.SalinityTally;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The statistics of a map or of a series, as JSON. */
final class StatisticsReport {
    private final StatisticsRequest request;
    private final ZoneInputs inputs;
    private final Grid grid;
    private final boolean probable;
    private final FiguresJson figures;

    /**
     * Prepares a report.
     *
     * @param grid on which pixels were counted
     * @param masks those of the zones, and then that of the region if there is one
     * @param probable whether the maps have a probability of being saline
     */
    StatisticsReport(
            StatisticsRequest request,
            ZoneInputs inputs,
            Grid grid,
            List<Optional<RegionMask>> masks,
            boolean probable) {
        this.request = request;
        this.inputs = inputs;
        this.grid = grid;
        this.probable = probable;
        this.figures = new FiguresJson(inputs, masks);
    }

    /**
     * Figures of a series at a day.
     *
     * @param maps that were taken then
     * @param origins of the maps
     */
    record Dated(LocalDate day, List<Granule> maps, List<MapOrigin> origins, ZoneStatistics.Result result) {}

    /**
     * What changed between two days.
     *
     * @param differs what else than the soil may have made a difference, see {@link MapOrigin#differences}
     */
    record Change(LocalDate from, LocalDate to, List<String> differs, ChangeStatistics.Result result) {
        /** Both days as an interval of ISO 8601. */
        String days() {
            return from + "/" + to;
        }

        /** Says what else may have made a difference; empty for nothing. */
        String remark() {
            List<String> sentences = new ArrayList<>();
            if (differs.contains(MapOrigin.MODEL)) {
                sentences.add("the maps of the two days are of different models, or do not tell their models: a"
                        + " difference is one of models, too");
            }
            if (differs.contains(MapOrigin.CONFIDENCE)) {
                sentences.add("the intervals of the two days have different confidence, or do not tell it: what counts"
                        + " as a change depends on it");
            }
            return String.join("; ", sentences);
        }
    }

    /** The report of a single map. */
    String toJson(ZoneStatistics.Result result) {
        ObjectNode report = head();
        figures.add(report, result.overall(), result.zones(), (node, one) -> FiguresJson.write(node, one, probable));
        return finished(report);
    }

    /**
     * The report of a series.
     *
     * @param change null where there is only one day, or no interval
     */
    String toJson(List<Dated> dates, @Nullable Change change) {
        ObjectNode report = head();
        ObjectNode rules = (ObjectNode) report.get("rules");
        rules.put("dates", "days in UTC; of several maps of a day the latest that has a value in a pixel counts");
        rules.put("grid", "all days on one grid, each pixel with the map's pixel in which its centre lies");
        rules.put(
                "difference",
                "in pixels with an estimate at both days; more or less saline where the two prediction intervals do"
                        + " not overlap, else it cannot be told");
        ArrayNode entries = report.putArray("dates");
        for (Dated dated : dates) {
            ObjectNode entry = entries.addObject();
            entry.put("date", dated.day().toString());
            dated.maps().forEach(map -> entry.withArray("maps").add(map.time().toString()));
            ArrayNode models = entry.putArray("models");
            MapOrigin.models(dated.origins()).forEach(models::add);
            ArrayNode confidences = entry.putArray("confidences");
            MapOrigin.confidences(dated.origins()).forEach(confidences::add);
            figures.add(entry, dated.result().overall(), dated.result().zones(), (node, one) -> {
                FiguresJson.write(node, one, probable);
                node.put("validShare", validShare(one.salinity()));
            });
        }
        if (change == null) {
            report.putNull("difference");
        } else {
            ObjectNode difference = report.putObject("difference");
            difference.put("from", change.from().toString());
            difference.put("to", change.to().toString());
            ArrayNode differs = difference.putArray("differs");
            change.differs().forEach(differs::add);
            if (!change.remark().isEmpty()) {
                difference.put("remark", change.remark());
            }
            figures.add(difference, change.result().overall(), change.result().zones(), FiguresJson::write);
        }
        return finished(report);
    }

    /** Share of the area that has an estimate, 0 to 1; null without a pixel. */
    static @Nullable Double validShare(SalinityTally tally) {
        return tally.area() > 0 ? tally.validArea() / tally.area() : null;
    }

    private ObjectNode head() {
        ObjectNode report = FiguresJson.object();
        report.put("process", "deepsalt:SalinityStatistics");
        report.put("created", Instant.now().toString());
        ObjectNode given = report.putObject("inputs");
        given.put("ece", request.ece());
        given.put("zones", request.zones());
        given.put("zoneName", inputs.zoneName());
        Geometry region = inputs.region();
        given.put("region", region == null ? null : region.toText());
        if (request.from() != null) {
            given.put("from", request.from());
        }
        if (request.to() != null) {
            given.put("to", request.to());
        }
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
        return report;
    }

    private static String finished(ObjectNode report) {
        report.put("version", Version.text());
        return report.toPrettyString();
    }
}
