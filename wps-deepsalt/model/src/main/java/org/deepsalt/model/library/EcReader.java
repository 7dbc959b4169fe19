/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.Optional;
import java.util.function.Function;
import org.deepsalt.model.SoilProperty;
import org.deepsalt.model.conductivity.ConductivityUnit;
import org.deepsalt.model.conductivity.EcColumn;
import org.deepsalt.model.conductivity.EceConversions;
import org.deepsalt.model.conductivity.Extract;
import org.jspecify.annotations.Nullable;

/** Reads the ECe of a library's rows, converted from the unit and the extract in which it was measured. */
final class EcReader {
    /** A saturated brine has some 250 dS/m. */
    private static final double LARGEST_ECE = 500;

    private final LibraryHeader header;
    private final LibraryOptions options;
    private final EceConversions conversions = new EceConversions();
    private EceConversions.@Nullable Way way;

    /**
     * A reader of a library with these columns.
     *
     * @param options unit and extract where the library does not tell them
     */
    EcReader(LibraryHeader header, LibraryOptions options) {
        this.header = header;
        this.options = options;
    }

    EceConversions conversions() {
        return conversions;
    }

    /** Counts the conversion of the row that was read last, which is used. */
    void accept() {
        if (way != null) {
            conversions.count(way);
        }
    }

    /**
     * ECe in dS/m.
     *
     * @return NaN if the row has none, or a bad one, which the row is told
     */
    double read(LibraryRow row) {
        for (EcColumn ec : header.conductivities()) {
            if (!row.measured(ec.column()).isEmpty()) {
                return read(ec, row);
            }
        }
        return Double.NaN;
    }

    private double read(EcColumn ec, LibraryRow row) {
        double value = row.measurement(ec.column(), "EC", options.belowDetection());
        Optional<ConductivityUnit> unit =
                told(ec.unit(), row.measured(header.ecUnit()), ConductivityUnit::named, options.ecUnit());
        Optional<Extract> extract =
                told(ec.extract(), row.measured(header.ecExtract()), Extract::named, options.ecExtract());
        if (unit.isEmpty()) {
            row.refuse(
                    "the unit of EC is not known",
                    "'" + row.text(header.ecUnit()) + "'",
                    "wanted one of " + ConductivityUnit.all() + " in column ec_unit, or in the parameter ecUnit");
        }
        if (extract.isEmpty()) {
            row.refuse(
                    "the extract of EC is not known",
                    "'" + row.text(header.ecExtract()) + "'",
                    "wanted one of " + Extract.all() + " in column ec_extract, or in the parameter ecExtract");
        }
        if (value < 0) {
            row.refuse("EC is negative", String.valueOf(value), "wanted 0 or more: correct or remove these rows");
        }
        if (row.isBad() || Double.isNaN(value)) {
            return Double.NaN;
        }
        double clay = extract.get() == Extract.ONE_TO_FIVE ? header.clay().percent(row) : Double.NaN;
        way = EceConversions.way(unit.get(), extract.get(), clay);
        double ece = way.toEce(value);
        if (ece > LARGEST_ECE) {
            row.refuse(
                    "EC is larger than that of a brine",
                    value + " " + unit.get().text() + ", an ECe of " + Math.round(ece) + " " + SoilProperty.ECE_UNIT,
                    "wanted at most " + LARGEST_ECE + " " + SoilProperty.ECE_UNIT + ": check the unit");
        }
        return ece;
    }

    /** What the column's name tells, else the row's cell, else the request; a cell that says nonsense is nonsense. */
    private static <T> Optional<T> told(
            Optional<T> name, String cell, Function<String, Optional<T>> named, Optional<T> request) {
        return name.or(() -> cell.isEmpty() ? request : named.apply(cell));
    }
}
