/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.models;

import static org.deepsalt.processes.models.Markdown.number;
import static org.deepsalt.processes.models.Markdown.plain;

import java.util.TreeMap;
import org.deepsalt.model.conductivity.EceConversions;
import org.deepsalt.model.library.LibraryNotes;

/** The section of a card's page on how a laboratory's library was read. */
final class LibrarySection {
    private LibrarySection() {}

    static void write(Markdown page, LibraryNotes notes) {
        page.heading(
                        2,
                        "How the library" + (notes.library().isEmpty() ? "" : " " + plain(notes.library()))
                                + " was read")
                .item("Its " + (notes.ofVisNir() ? "Vis-NIR" : "mid-infrared") + " spectra were "
                        + plain(notes.values())
                        + (notes.declared() ? ", as declared, " : ", as their values told, ") + "in " + notes.columns()
                        + " columns from " + number(notes.lowest()) + " to " + number(notes.highest()) + " "
                        + plain(notes.axis())
                        + (Double.isNaN(notes.step()) ? "." : ", most of them " + number(notes.step()) + " apart."));
        if (notes.rows() > 0) {
            page.item(notes.rows() + " samples have a spectrum that can be used.");
        }
        if (notes.ofOtherKind() > 0) {
            page.item(notes.ofOtherKind() + " columns of " + (notes.ofVisNir() ? "the mid infrared" : "Vis-NIR")
                    + " beside them were passed over; the parameter axis chooses between the two.");
        }
        if (!notes.strangers().isEmpty()) {
            page.item("Columns headed by a number that are no part of the spectrum: "
                    + plain(String.join(", ", notes.strangers())) + ".");
        }
        LibraryNotes.Depths depths = notes.depths();
        if (depths != null) {
            page.item(
                    depths.columns().isEmpty()
                            ? "It tells no depths."
                            : "Samples to a depth of " + number(depths.deepest()) + " cm were used, told by "
                                    + plain(String.join(", ", depths.columns())) + "; " + depths.unknown()
                                    + " of them do not tell theirs.");
        }
        if (notes.belowDetection() > 0) {
            page.item(
                    notes.belowDetection() + " measurements below the limit of detection count as half of the limit.");
        }
        if (notes.floored() > 0) {
            page.item(notes.floored() + " reflectances below the floor were raised to it.");
        }
        LibraryNotes.Readings readings = notes.readings();
        if (readings != null) {
            page.item(
                    readings.read() + " spectra without a measurement were read by the others and are learned from too;"
                            + " in the mean their readings explain " + number(readings.certainty())
                            + " of the property's spread, and count as much. " + readings.leftOut()
                            + " more told too little, or too few were measured to read them by.");
        }
        new TreeMap<>(notes.skipped())
                .forEach((what, rows) -> page.item(rows + " rows " + plain(what) + " were not used."));
        page.end();
        if (!notes.conversions().isEmpty()) {
            page.head("EC in", "extract", "texture", "ECe in dS/m = EC x", "rows");
            for (EceConversions.Conversion one : notes.conversions()) {
                page.row(
                        plain(one.unit()),
                        plain(one.extract()),
                        plain(one.texture()),
                        number(one.factor()),
                        String.valueOf(one.rows()));
            }
            page.end();
        }
    }
}
