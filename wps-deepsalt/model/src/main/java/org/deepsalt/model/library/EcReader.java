/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.Optional;
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
    private final EceConversions conversions = new EceConversions();
    private EceConversions.@Nullable Way way;

    EcReader(LibraryHeader header) {
        this.header = header;
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
            if (!row.text(ec.column()).isEmpty()) {
                return read(ec, row);
            }
        }
        return Double.NaN;
    }

    private double read(EcColumn ec, LibraryRow row) {
        double value = row.number(ec.column(), "EC");
        Optional<ConductivityUnit> unit = ec.unit().or(() -> ConductivityUnit.named(row.text(header.ecUnit())));
        Optional<Extract> extract = ec.extract().or(() -> Extract.named(row.text(header.ecExtract())));
        if (unit.isEmpty()) {
            row.refuse(
                    "the unit of EC is not known",
                    "'" + row.text(header.ecUnit()) + "'",
                    "wanted one of " + ConductivityUnit.all() + " in column ec_unit");
        }
        if (extract.isEmpty()) {
            row.refuse(
                    "the extract of EC is not known",
                    "'" + row.text(header.ecExtract()) + "'",
                    "wanted one of " + Extract.all() + " in column ec_extract");
        }
        if (value < 0) {
            row.refuse("EC is negative", String.valueOf(value), "wanted 0 or more: correct or remove these rows");
        }
        if (row.isBad() || Double.isNaN(value)) {
            return Double.NaN;
        }
        double clay = header.clay() < 0 ? Double.NaN : row.number(header.clay(), "clay");
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
}
