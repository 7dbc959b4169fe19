/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.experiments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Scores by row and number of labels, as Markdown: mean and standard deviation over worlds. */
final class ExperimentTable {
    private final Map<String, Map<Integer, List<Score>>> rows = new LinkedHashMap<>();

    private final String budgets;

    /** @param budgets what the numbers are by which rows are told apart */
    ExperimentTable(String budgets) {
        this.budgets = budgets;
    }

    void add(String row, int budget, Score score) {
        rows.computeIfAbsent(row, name -> new TreeMap<>())
                .computeIfAbsent(budget, labels -> new java.util.ArrayList<>())
                .add(score);
    }

    /** Mean error per row and number of labels, for the picture. */
    Map<String, Map<Integer, Double>> errors() {
        Map<String, Map<Integer, Double>> errors = new LinkedHashMap<>();
        rows.forEach((row, byBudget) -> {
            Map<Integer, Double> means = new TreeMap<>();
            byBudget.forEach((budget, scores) -> means.put(
                    budget, scores.stream().mapToDouble(Score::mae).average().orElse(Double.NaN)));
            errors.put(row, means);
        });
        return errors;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | row | %s | MAE seen | R2 seen | 90 % intervals hold | Brier | MAE unseen | intervals hold there \
                | bad pixels flagged | seconds |
                |---|---|---|---|---|---|---|---|---|---|
                """.replace("%s", budgets));
        rows.forEach((row, byBudget) -> byBudget.forEach((budget, scores) -> text.append("| ")
                .append(row)
                .append(" | ")
                .append(budget)
                .append(" | ")
                .append(List.<ToDoubleFunction<Score>>of(
                                Score::mae,
                                Score::r2,
                                Score::coverage,
                                Score::brier,
                                Score::unseenMae,
                                Score::unseenCoverage,
                                Score::flagged,
                                Score::seconds)
                        .stream()
                        .map(figure -> cell(scores.stream().mapToDouble(figure)))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n")));
        return text.toString();
    }

    private static String cell(DoubleStream figures) {
        double[] values = figures.toArray();
        double mean = DoubleStream.of(values).average().orElse(Double.NaN);
        if (Double.isNaN(mean)) {
            return "-";
        }
        double squares = DoubleStream.of(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length == 1
                ? String.format(Locale.ROOT, "%.2f", mean)
                : String.format(Locale.ROOT, "%.2f ± %.2f", mean, Math.sqrt(squares / (values.length - 1)));
    }
}
