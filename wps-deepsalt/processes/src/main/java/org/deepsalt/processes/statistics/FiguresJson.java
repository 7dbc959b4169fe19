/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.report.ProbabilityReport;
import org.deepsalt.processes.report.ReportNumbers;
import org.deepsalt.raster.estimate.RegionMask;
import org.deepsalt.raster.statistics.ChangeTally;
import org.deepsalt.raster.statistics.SalinityTally;
import org.deepsalt.raster.statistics.ZoneStatistics;

/** Figures of a map and its zones as JSON; a number that no pixel gives is null. */
final class FiguresJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HECTARE_DECIMALS = 4;

    private final ZoneInputs inputs;
    private final List<Optional<RegionMask>> masks;

    /** @param masks those of the zones, and then that of the region if there is one */
    FiguresJson(ZoneInputs inputs, List<Optional<RegionMask>> masks) {
        this.inputs = inputs;
        this.masks = masks;
    }

    /**
     * Adds {@code overall}, {@code zones} and, where there is one, {@code region}.
     *
     * @param zones figures of the zones, and then of the region
     * @param writing adds figures to an object
     */
    <T> void add(ObjectNode node, T overall, List<T> zones, BiConsumer<ObjectNode, T> writing) {
        writing.accept(node.putObject("overall"), overall);
        ArrayNode entries = node.putArray("zones");
        for (int i = 0; i < inputs.zones().size(); i++) {
            Zone zone = inputs.zones().get(i);
            ObjectNode entry = entries.addObject();
            entry.put("id", zone.id());
            entry.put("name", inputs.name(zone));
            entry.put("insideTheMap", masks.get(i).isPresent());
            writing.accept(entry, zones.get(i));
        }
        if (inputs.region() != null) {
            writing.accept(node.putObject("region"), zones.get(inputs.zones().size()));
        }
    }

    /**
     * Writes the figures of a part of a map.
     *
     * @param probable whether the map has a probability of being saline
     */
    static void write(ObjectNode node, ZoneStatistics.Figures figures, boolean probable) {
        SalinityTally tally = figures.salinity();
        node.put("pixels", tally.pixels());
        node.put("validPixels", tally.valid());
        node.put("hectares", hectares(tally.area()));
        node.put("validHectares", hectares(tally.validArea()));
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
            entry.put("hectares", hectares(tally.area(one)));
        }
    }

    /** Writes what changed in a part of a map. */
    static void write(ObjectNode node, ChangeTally change) {
        node.put("comparedPixels", change.pixels());
        node.put("comparedHectares", hectares(change.compared()));
        node.put("moreSalineHectares", hectares(change.more()));
        node.put("lessSalineHectares", hectares(change.less()));
        node.put("cannotBeToldHectares", hectares(change.untold()));
        node.put("meanDifference", ReportNumbers.finite(change.meanDifference()));
        node.put("change", told(change));
    }

    /** What the intervals tell of a part of a map. */
    static String told(ChangeTally change) {
        boolean more = change.more() > 0;
        boolean less = change.less() > 0;
        if (change.pixels() == 0) {
            return "nothing to compare";
        } else if (more && less) {
            return "more and less saline";
        } else if (more) {
            return "more saline";
        }
        return less ? "less saline" : "cannot be told";
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static double hectares(double squareMetres) {
        return ReportNumbers.hectares(squareMetres, HECTARE_DECIMALS);
    }
}
