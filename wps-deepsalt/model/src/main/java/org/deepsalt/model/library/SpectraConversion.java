/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.deepsalt.model.RowProblems;

/**
 * Turns the spectra of a file into what is learned from: absorbance on the grid of the mid infrared, or reflectance at
 * the file's own wavelengths. Not thread-safe.
 */
final class SpectraConversion {
    private final SpectralColumns columns;
    private final List<float[]> spectra;
    private final List<String> places;
    private final Optional<SpectrumUnit> declared;
    private final SpectrumUnitFinder finder;
    private long floored;

    /**
     * A conversion of all rows of a file.
     *
     * @param spectra one row each, as they stand in the file, one at least; replaced by the converted ones
     * @param places what messages call each of them
     * @param declared what somebody has said that the numbers are
     */
    SpectraConversion(
            SpectralColumns columns, List<float[]> spectra, List<String> places, Optional<SpectrumUnit> declared) {
        this.columns = columns;
        this.spectra = spectra;
        this.places = places;
        this.declared = declared;
        this.finder = new SpectrumUnitFinder(columns.axis(), columns.positions(), spectra, places);
    }

    /** What is wrong with the unit of the numbers. */
    Optional<String> problem() {
        return finder.problem(declared);
    }

    /** What the numbers are, as long as they have not been converted. */
    SpectrumUnit unit() {
        return declared.or(finder::guess).orElse(SpectrumUnit.ABSORBANCE);
    }

    /** Reflectances that were raised to {@link SpectrumUnit#LEAST_REFLECTANCE}. */
    long floored() {
        return floored;
    }

    /**
     * Converts every spectrum.
     *
     * @param midInfrared the grid of mid-infrared spectra
     * @param problems are told spectra that leave the range of their unit
     */
    void convert(SpectrumUnit unit, Wavenumbers midInfrared, RowProblems problems) {
        boolean visNir = columns.axis().isVisNir();
        for (int i = 0; i < spectra.size(); i++) {
            double[] values = checked(i, unit, visNir ? unit::toReflectance : unit::toAbsorbance, problems);
            spectra.set(i, visNir ? floats(values) : midInfrared.resample(columns.positions(), values));
        }
    }

    private double[] checked(int row, SpectrumUnit unit, DoubleUnaryOperator conversion, RowProblems problems) {
        float[] raw = spectra.get(row);
        double[] converted = new double[raw.length];
        for (int k = 0; k < raw.length; k++) {
            if (!unit.allows(raw[k])) {
                problems.add(
                        "the spectrum leaves the range of " + unit.text(),
                        places.get(row),
                        raw[k] + " at " + columns.positions()[k] + " "
                                + columns.axis().unit(),
                        "wanted " + unit.least() + " to " + unit.largest() + ": measure again or remove these rows");
                break;
            }
            floored += unit.isBelowFloor(raw[k]) ? 1 : 0;
            converted[k] = conversion.applyAsDouble(raw[k]);
        }
        return converted;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
