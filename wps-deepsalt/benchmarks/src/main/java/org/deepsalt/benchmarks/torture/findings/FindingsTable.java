/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.benchmarks.torture.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Findings as a Markdown table, which a terminal shows as well. */
public final class FindingsTable {
    private FindingsTable() {}

    /** The table, what was left out, and the violations. */
    public static String of(Findings findings) {
        List<String> lines = new ArrayList<>();
        lines.add("| class | tried | violations | median, s | 99 %, s | longest, s | how it ended |");
        lines.add("|---|---|---|---|---|---|---|");
        for (ClassFigures one : findings.classes()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %d | %.3f | %.3f | %.3f | %s |",
                    one.attack(),
                    one.count(),
                    one.violations(),
                    one.median(),
                    one.percentile99(),
                    one.longest(),
                    outcomes(one)));
        }
        new TreeMap<>(findings.leftOut())
                .forEach((attack, why) -> lines.add("| " + attack + " | left out: " + why + " | | | | | |"));
        lines.add("");
        findings.figures().forEach(sentence -> lines.add("- " + sentence));
        for (Violation violation : findings.violations()) {
            lines.add("");
            lines.add("VIOLATION " + violation.attack() + ":" + violation.seed() + ": "
                    + Findings.shortened(violation.what()));
            violation.request().lines().limit(12).forEach(line -> lines.add("    " + Findings.shortened(line)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String outcomes(ClassFigures one) {
        return new TreeMap<>(one.outcomes())
                .entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
