/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepsalt.model.conductivity.EceConversions;
import org.jspecify.annotations.Nullable;

/**
 * Notes on the reading of a laboratory library: what its numbers were, which rows were skipped or converted.
 *
 * @param library name of its file; empty in cards that do not tell it
 * @param axis unit of its positions: cm-1, or nm of Vis-NIR
 * @param rows samples with a spectrum, measured or not; 0 in cards that do not tell it
 * @param values what the spectra's numbers were, in words
 * @param declared whether somebody had said so; otherwise it was told by the values
 * @param columns spectral columns of the file
 * @param lowest their lowest wavenumber or wavelength
 * @param highest their highest one
 * @param step distance of most neighbours; NaN in cards that do not tell it
 * @param strangers headers that are numbers and no part of the spectrum, such as years
 * @param ofOtherKind columns of spectra of the other kind, which were passed over
 * @param floored reflectances that were raised to {@link SpectrumUnit#LEAST_REFLECTANCE}
 * @param skipped rows passed over because something was not measured or they lie too deep, by what
 * @param depths what the library tells of depths; null in cards that do not tell it
 * @param belowDetection rows whose measurement lay below the limit of detection and counts as half of it
 * @param readings spectra without a measurement that were read; null if none were
 * @param conversions what made conductivities ECe; empty for another property
 */
@RecordBuilder
public record LibraryNotes(
        String library,
        String axis,
        int rows,
        String values,
        boolean declared,
        int columns,
        double lowest,
        double highest,
        double step,
        List<String> strangers,
        int ofOtherKind,
        long floored,
        Map<String, Long> skipped,
        @Nullable Depths depths,
        long belowDetection,
        @Nullable Readings readings,
        List<EceConversions.Conversion> conversions) {

    /**
     * What a library tells of its samples' depths.
     *
     * @param columns that tell them; empty where the library has no depths
     * @param deepest lower edge in cm of a sample that is used
     * @param unknown rows that were used though their depth is not known
     */
    public record Depths(List<String> columns, double deepest, long unknown) {}

    /**
     * Spectra whose property had not been measured, and was read off them by what the measured ones show.
     *
     * @param read that are learned from, each as often as its certainty says
     * @param leftOut that tell nothing, or of which too few others were measured
     * @param certainty mean share of the property's spread that their readings explain
     */
    public record Readings(int read, int leftOut, double certainty) {}

    /** The same, and what became of the rows without a measurement of a property. */
    public LibraryNotes withReadings(Readings made, String property) {
        Map<String, Long> others = new TreeMap<>(skipped);
        others.remove(without(property));
        return LibraryNotesBuilder.builder(this).skipped(others).readings(made).build();
    }

    static String without(String property) {
        return "without " + property;
    }

    /** Whether its spectra are of Vis-NIR. */
    public boolean ofVisNir() {
        return axis.equals(SpectralAxis.NM.unit());
    }

    /** Cards of earlier versions tell less. */
    public LibraryNotes {
        library = library == null ? "" : library;
        axis = axis == null ? SpectralAxis.CM.unit() : axis;
        step = step == 0 ? Double.NaN : step;
        strangers = strangers == null ? List.of() : strangers;
    }
}
