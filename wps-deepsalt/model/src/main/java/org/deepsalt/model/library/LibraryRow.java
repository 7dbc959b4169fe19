/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Locale;
import java.util.Set;
import org.deepsalt.model.RowProblems;
import org.deepsalt.model.table.CellNumbers;

/** A row of a laboratory library: its cells, and whether something is wrong with it. */
final class LibraryRow {
    /** How laboratories write that something was not measured. */
    private static final Set<String> NOT_MEASURED =
            Set.of("na", "n/a", "n.a.", "#n/a", "nan", "null", "none", "-", "--");

    private final CsvRecord record;
    private final int idColumn;
    private final CellNumbers numbers;
    private final RowProblems problems;
    private boolean bad;
    private boolean belowDetection;

    /** @param idColumn number of the column with the id, negative where there is none */
    LibraryRow(CsvRecord record, int idColumn, CellNumbers numbers, RowProblems problems) {
        this.record = record;
        this.idColumn = idColumn;
        this.numbers = numbers;
        this.problems = problems;
    }

    long line() {
        return record.getStartingLineNumber();
    }

    /** The id; empty where there is none. */
    String id() {
        return idColumn < 0 ? "" : text(idColumn);
    }

    /** How messages call this row. */
    String place() {
        return "line " + line() + (id().isEmpty() ? "" : " (id '" + id() + "')");
    }

    /**
     * A cell without blanks around it; empty where nothing was measured (also written NA) and where there is no column.
     */
    String text(int column) {
        String text = column >= 0 && column < record.getFieldCount()
                ? record.getField(column).trim()
                : "";
        return text.equals("NA") ? "" : text;
    }

    /** As {@link #text(int)}, empty also where the cell says in other words that nothing was measured. */
    String measured(int column) {
        String text = text(column);
        return NOT_MEASURED.contains(text.toLowerCase(Locale.ROOT)) ? "" : text;
    }

    /** A cell's number; NaN where it is empty, or is none, which is noted. */
    double number(int column, String what) {
        return number(measured(column), what);
    }

    private double number(String text, String what) {
        double value = text.isEmpty() ? Double.NaN : parse(text);
        if (!text.isEmpty() && !Double.isFinite(value)) {
            refuse(what + " is no number", "'" + text + "'", "wanted a number: correct or remove these rows");
            return Double.NaN;
        }
        return value;
    }

    /**
     * A measurement, which may be reported as below the limit of detection: {@code <0.1}.
     *
     * @return NaN where it is empty, or is none or refused, which is noted
     */
    double measurement(int column, String what, BelowDetection rule) {
        String text = measured(column);
        if (!text.startsWith("<")) {
            return number(text, what);
        }
        double limit = number(text.substring(1).strip(), what);
        if (rule == BelowDetection.REFUSE) {
            refuse(
                    what + " is below the limit of detection",
                    "'" + text + "'",
                    "wanted a number: remove these rows, or set belowDetection=HALF to take half of the limit");
            return Double.NaN;
        }
        belowDetection = true;
        return limit / 2;
    }

    /** Whether its measurement was reported as below the limit of detection. */
    boolean isBelowDetection() {
        return belowDetection;
    }

    /** A number within bounds; NaN where it is empty, or is not, which is noted. */
    double number(int column, String what, double low, double high, String remedy) {
        double value = number(column, what);
        if (value < low || value > high) {
            refuse(what + " is out of range", String.valueOf(value), remedy);
            return Double.NaN;
        }
        return value;
    }

    /** The number in a text of a cell; NaN where it is empty or none. */
    float number(String text) {
        return (float) parse(text);
    }

    private double parse(String text) {
        return text.isEmpty() ? Double.NaN : numbers.parse(text);
    }

    void refuse(String kind, String got, String remedy) {
        bad = true;
        problems.add(kind, place(), got, remedy);
    }

    boolean isBad() {
        return bad;
    }
}
