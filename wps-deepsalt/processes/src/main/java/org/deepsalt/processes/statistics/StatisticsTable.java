/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deepsalt.model.metrics.SalinityClass;
import org.deepsalt.processes.catalog.Zone;
import org.deepsalt.processes.report.ReportNumbers;
import org.deepsalt.raster.statistics.ChangeStatistics;
import org.deepsalt.raster.statistics.SalinityTally;
import org.deepsalt.raster.statistics.ZoneStatistics;
import org.jspecify.annotations.Nullable;

/**
 * The statistics as CSV (RFC 4180): a line for the whole map, for each zone and for the region, of each date and of the
 * difference between two of them, whose date is an interval. Numbers that no pixel gives are empty. Not thread-safe.
 */
final class StatisticsTable {
    private static final String END = "\r\n";
    /** Columns of a day before those of the classes. */
    private static final int FIGURES = 5;

    private static final List<String> OF_SERIES = List.of(
            "models",
            "confidences",
            "comparedHectares",
            "moreSalineHectares",
            "lessSalineHectares",
            "cannotBeToldHectares",
            "meanDifference",
            "change",
            "differs");

    private final ZoneInputs inputs;
    private final StringBuilder text = new StringBuilder();

    /** @param series whether dates are compared, which takes more columns */
    StatisticsTable(ZoneInputs inputs, boolean series) {
        this.inputs = inputs;
        List<String> head = new ArrayList<>(
                List.of("date", "part", "id", "name", "hectares", "validHectares", "validShare", "mean", "median"));
        for (SalinityClass one : SalinityClass.values()) {
            head.add("hectares " + one.title());
        }
        if (series) {
            head.addAll(OF_SERIES);
        }
        line(head);
    }

    /** Adds a map without a date. */
    void add(ZoneStatistics.Result result) {
        parts("", result.overall(), result.zones(), StatisticsTable::figures);
    }

    /** Adds a day of a series. */
    void add(StatisticsReport.Dated dated) {
        String models = String.join(" ", MapOrigin.models(dated.origins()));
        String confidences = MapOrigin.confidences(dated.origins()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
        ZoneStatistics.Result result = dated.result();
        parts(dated.day().toString(), result.overall(), result.zones(), one -> {
            List<String> cells = figures(one);
            cells.addAll(List.of(models, confidences));
            cells.addAll(Collections.nCopies(OF_SERIES.size() - 2, ""));
            return cells;
        });
    }

    /** Adds the difference between two days. */
    void add(StatisticsReport.Change change) {
        String differs = String.join(" ", change.differs());
        ChangeStatistics.Result result = change.result();
        parts(change.days(), result.overall(), result.zones(), one -> {
            List<String> cells = new ArrayList<>(Collections.nCopies(FIGURES + SalinityClass.values().length + 2, ""));
            cells.add(hectares(one.compared()));
            cells.add(hectares(one.more()));
            cells.add(hectares(one.less()));
            cells.add(hectares(one.untold()));
            cells.add(number(ReportNumbers.finite(one.meanDifference())));
            cells.add(FiguresJson.told(one));
            cells.add(differs);
            return cells;
        });
    }

    private <T> void parts(String date, T overall, List<T> zones, Function<T, List<String>> figures) {
        line(List.of(date, "overall", "", ""), figures.apply(overall));
        for (int i = 0; i < inputs.zones().size(); i++) {
            Zone zone = inputs.zones().get(i);
            line(List.of(date, "zone", zone.id(), inputs.name(zone)), figures.apply(zones.get(i)));
        }
        if (inputs.region() != null) {
            line(
                    List.of(date, "region", "", ""),
                    figures.apply(zones.get(inputs.zones().size())));
        }
    }

    private static List<String> figures(ZoneStatistics.Figures figures) {
        SalinityTally tally = figures.salinity();
        List<String> cells = new ArrayList<>();
        cells.add(hectares(tally.area()));
        cells.add(hectares(tally.validArea()));
        cells.add(number(StatisticsReport.validShare(tally)));
        cells.add(number(ReportNumbers.finite(tally.mean())));
        cells.add(number(ReportNumbers.finite(tally.median())));
        for (SalinityClass one : SalinityClass.values()) {
            cells.add(hectares(tally.area(one)));
        }
        return cells;
    }

    private void line(List<String> part, List<String> figures) {
        List<String> cells = new ArrayList<>(part);
        cells.addAll(figures);
        line(cells);
    }

    private static String hectares(double squareMetres) {
        return number(FiguresJson.hectares(squareMetres));
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
