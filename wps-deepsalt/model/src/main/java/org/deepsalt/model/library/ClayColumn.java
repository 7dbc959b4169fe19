/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.List;
import java.util.Optional;
import org.deepsalt.model.table.HeaderNames;

/**
 * The clay of a library's rows, in percent. Numbers that cannot be percent are found out by the values of all rows, and
 * refused: a factor of texture that was chosen by them would be wrong by up to four times. Not thread-safe.
 */
final class ClayColumn {
    private static final List<String> PERCENT = List.of(
            "clay",
            "clay_percent",
            "clay_pct",
            "clay (%)",
            "clay [%]",
            "clay %",
            "clay.tot_usda.a334_w.pct",
            "clay_total");
    private static final List<String> PER_MILLE =
            List.of("clay_g_kg", "clay_gkg", "clay (g/kg)", "clay [g/kg]", "clay g/kg");
    private static final List<String> FRACTION = List.of("clay_fraction", "clay_kg_kg", "clay_g_g");
    /** Of fewer rows none may hold more than one percent by chance. */
    private static final int ENOUGH = 3;

    private final int column;
    private final double toPercent;
    private final String name;
    private double largest;
    private long rows;

    private ClayColumn(int column, double toPercent, String name) {
        this.column = column;
        this.toPercent = toPercent;
        this.name = name;
    }

    /** Finds the column by its name, which may tell another unit than percent. */
    static ClayColumn among(List<String> fields) {
        HeaderNames names = new HeaderNames(fields);
        int percent = names.first(PERCENT);
        int perMille = names.first(PER_MILLE);
        int column = percent >= 0 ? percent : perMille >= 0 ? perMille : names.first(FRACTION);
        double factor = percent >= 0 || column < 0 ? 1 : perMille >= 0 ? 0.1 : 100;
        return new ClayColumn(
                column, factor, column < 0 ? "" : fields.get(column).strip());
    }

    /** Clay of a row in percent; NaN where it is not known. */
    double percent(LibraryRow row) {
        double percent = row.number(column, "clay") * toPercent;
        if (!Double.isNaN(percent)) {
            largest = Math.max(largest, percent);
            rows++;
        }
        return percent;
    }

    /** What is wrong with the values that were read, in words. */
    Optional<String> problem() {
        String remedy = ": give percent, or head the column clay_g_kg or clay_fraction";
        if (largest > 100) {
            return Optional.of("column '" + name + "' has clay of up to " + largest + " %, wanted 0 to 100"
                    + (toPercent == 1 ? "; it looks like g/kg" + remedy : remedy));
        }
        if (rows >= ENOUGH && largest > 0 && largest <= 1) {
            return Optional.of("column '" + name + "' has clay of at most " + largest + " % in all " + rows
                    + " rows that have some" + (toPercent == 1 ? ", which looks like a fraction" + remedy : remedy));
        }
        return Optional.empty();
    }
}
