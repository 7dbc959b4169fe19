/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.List;
import java.util.Map;
import org.deepsalt.model.conductivity.EceConversions;
import org.jspecify.annotations.Nullable;

/**
 * How a laboratory library was read.
 *
 * @param values what the spectra's numbers were, in words
 * @param declared whether somebody had said so; otherwise it was told by the values
 * @param columns spectral columns of the file
 * @param lowest their lowest wavenumber in cm-1
 * @param highest their highest wavenumber in cm-1
 * @param step distance in cm-1 of most neighbours; NaN in cards that do not tell it
 * @param strangers headers that are numbers and no part of the spectrum, such as years
 * @param floored reflectances that were raised to {@link SpectrumUnit#LEAST_REFLECTANCE}
 * @param skipped rows passed over because something was not measured or they lie too deep, by what
 * @param depths what the library tells of depths; null in cards that do not tell it
 * @param belowDetection rows whose measurement lay below the limit of detection and counts as half of it
 * @param conversions what made conductivities ECe; empty for another property
 */
public record LibraryNotes(
        String values,
        boolean declared,
        int columns,
        double lowest,
        double highest,
        double step,
        List<String> strangers,
        long floored,
        Map<String, Long> skipped,
        @Nullable Depths depths,
        long belowDetection,
        List<EceConversions.Conversion> conversions) {

    /**
     * What a library tells of its samples' depths.
     *
     * @param columns that tell them; empty where the library has no depths
     * @param deepest lower edge in cm of a sample that is used
     * @param unknown rows that were used though their depth is not known
     */
    public record Depths(List<String> columns, double deepest, long unknown) {}

    /** Cards of earlier versions tell less. */
    public LibraryNotes {
        step = step == 0 ? Double.NaN : step;
        strangers = strangers == null ? List.of() : strangers;
    }
}
