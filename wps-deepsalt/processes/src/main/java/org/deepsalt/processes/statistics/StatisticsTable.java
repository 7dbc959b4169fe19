/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.report.ReportNumbers;
import org.deepsalt.raster.statistics.SalinityTally;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.jspecify.annotations.Nullable;

/**
 * The statistics as CSV (RFC 4180): a line for the whole map, for each zone and for the region, of each date. Numbers
 * that no pixel gives are empty. Not thread-safe.
 */
final class StatisticsTable {
    private static final String END = "\r\n";

    private final ZoneInputs inputs;
    private final StringBuilder text = new StringBuilder();

    StatisticsTable(ZoneInputs inputs) {
        this.inputs = inputs;
        List<String> head = new ArrayList<>(
                List.of("date", "part", "id", "name", "hectares", "validHectares", "validShare", "mean", "median"));
        for (SalinityClass one : SalinityClass.values()) {
            head.add("hectares " + one.title());
        }
        line(head);
    }

    /** @param date empty for a map without one */
    void add(String date, ZoneStatistics.Result result) {
        line(date, "overall", "", "", result.overall());
        for (int i = 0; i < inputs.zones().size(); i++) {
            Zone zone = inputs.zones().get(i);
            line(date, "zone", zone.id(), inputs.name(zone), result.zones().get(i));
        }
        if (inputs.region() != null) {
            line(date, "region", "", "", result.zones().get(inputs.zones().size()));
        }
    }

    private void line(String date, String part, String id, String name, ZoneStatistics.Figures figures) {
        SalinityTally tally = figures.salinity();
        List<String> cells = new ArrayList<>(List.of(date, part, id, name));
        cells.add(hectares(tally.area()));
        cells.add(hectares(tally.validArea()));
        cells.add(number(StatisticsReport.validShare(tally)));
        cells.add(number(ReportNumbers.finite(tally.mean())));
        cells.add(number(ReportNumbers.finite(tally.median())));
        for (SalinityClass one : SalinityClass.values()) {
            cells.add(hectares(tally.area(one)));
        }
        line(cells);
    }

    private static String hectares(double squareMetres) {
        return number(ReportNumbers.hectares(squareMetres, FiguresJson.HECTARE_DECIMALS));
    }

    private static String number(@Nullable Double number) {
        return number == null ? "" : number.toString();
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(StatisticsTable::quoted).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
