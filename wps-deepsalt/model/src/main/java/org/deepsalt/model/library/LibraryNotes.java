/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.conductivity.EceConversions;

/**
 * Notes on the reading of a laboratory library: what its numbers were, which rows were skipped or converted.
 *
 * @param values what the spectra's numbers were, in words
 * @param declared whether somebody had said so; otherwise it was told by the values
 * @param columns spectral columns of the file
 * @param lowest their lowest wavenumber in cm-1
 * @param highest their highest wavenumber in cm-1
 * @param floored reflectances that were raised to {@link SpectrumUnit#LEAST_REFLECTANCE}
 * @param skipped rows passed over because something was not measured, by what
 * @param conversions what made conductivities ECe; empty for another property
 */
@RecordBuilder
public record LibraryNotes(
        String values,
        boolean declared,
        int columns,
        double lowest,
        double highest,
        long floored,
        Map<String, Long> skipped,
        List<EceConversions.Conversion> conversions) {}
