/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.Optional;
import org.deepsalt.model.conductivity.ConductivityUnit;
import org.deepsalt.model.conductivity.Extract;

/**
 * What a request says about a library that its file does not tell.
 *
 * @param spectra what the spectra's numbers are; without it the headers tell, or else the numbers themselves
 * @param axis what the headers of the spectra count; without it their words or their numbers tell
 * @param maxDepth deepest lower edge of a sample in cm; deeper rows are passed over where the library has depths
 * @param ecUnit unit of EC where neither the column's name nor the row tells it
 * @param ecExtract extract of EC where neither the column's name nor the row tells it
 * @param belowDetection what becomes of measurements below the limit of detection
 */
public record LibraryOptions(
        Optional<SpectrumUnit> spectra,
        Optional<SpectralAxis> axis,
        double maxDepth,
        Optional<ConductivityUnit> ecUnit,
        Optional<Extract> ecExtract,
        BelowDetection belowDetection) {
    /** Depth in cm of the soil that a satellite's pixel is compared with; samples of it are often taken to 30 cm. */
    public static final double USUAL_DEPTH = 30;

    /** Nothing but what the file tells. */
    public static final LibraryOptions USUAL = new LibraryOptions(
            Optional.empty(), Optional.empty(), USUAL_DEPTH, Optional.empty(), Optional.empty(), BelowDetection.HALF);

    /** The same with another word on what the spectra's numbers are. */
    public LibraryOptions withSpectra(SpectrumUnit unit) {
        return new LibraryOptions(Optional.of(unit), axis, maxDepth, ecUnit, ecExtract, belowDetection);
    }

    /** The same with a word on what the headers count. */
    public LibraryOptions withAxis(SpectralAxis counted) {
        return new LibraryOptions(spectra, Optional.of(counted), maxDepth, ecUnit, ecExtract, belowDetection);
    }

    /** The same with another deepest lower edge in cm. */
    public LibraryOptions withMaxDepth(double depth) {
        return new LibraryOptions(spectra, axis, depth, ecUnit, ecExtract, belowDetection);
    }

    /** The same with a unit and an extract for columns that do not tell theirs. */
    public LibraryOptions withEc(ConductivityUnit unit, Extract extract) {
        return new LibraryOptions(spectra, axis, maxDepth, Optional.of(unit), Optional.of(extract), belowDetection);
    }

    /** The same with another rule for measurements below the limit of detection. */
    public LibraryOptions withBelowDetection(BelowDetection rule) {
        return new LibraryOptions(spectra, axis, maxDepth, ecUnit, ecExtract, rule);
    }
}
