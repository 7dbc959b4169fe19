/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out what the numbers of a library are where nobody has said so, and checks what has been said. Absorbance of
 * soil goes beyond 1 and stays far below 10; fractions stay below 1; percent go beyond 10. Where the largest values
 * leave open whether they are absorbance or fractions, the hydroxyl bands decide: every soil absorbs more between 3350
 * and 3650 than between 3800 and 4000 cm-1.
 */
final class SpectrumUnitFinder {
    private static final double BEYOND_FRACTIONS = 1.2;
    private static final double BEYOND_ABSORBANCE = 10;
    private static final double CLEAR_MAJORITY = 0.9;
    private static final String DECLARE =
            "say what they are with the parameter spectra (ABSORBANCE, REFLECTANCE or PERCENT) or head the columns"
                    + " 1500.2_abs, 1500.2_ref or 1500.2_pct";

    private final double[] wavenumbers;
    private final List<float[]> spectra;
    private final List<String> places;

    /**
     * A finder for the spectra of one file.
     *
     * @param wavenumbers in cm-1, ascending
     * @param spectra at least one, as they stand in the file
     * @param places what messages call each of them
     */
    SpectrumUnitFinder(double[] wavenumbers, List<float[]> spectra, List<String> places) {
        this.wavenumbers = wavenumbers;
        this.spectra = spectra;
        this.places = places;
    }

    /**
     * What is wrong with the unit.
     *
     * @param declared what somebody has said, if anybody has
     */
    Optional<String> problem(Optional<SpectrumUnit> declared) {
        double high = medianMaximum();
        if (high > BEYOND_ABSORBANCE
                && declared.filter(unit -> unit == SpectrumUnit.PERCENT).isEmpty()) {
            return Optional.of(described(high, declared)
                    + (high > SpectrumUnit.PERCENT.largest()
                            ? "which is neither absorbance nor reflectance in percent: check the scale"
                            : "which looks like reflectance in percent: divide by 100 and head the columns"
                                    + " 1500.2_ref, or set spectra=PERCENT"));
        }
        if (declared.isEmpty()) {
            return guess().isPresent()
                    ? mixture(guess().get())
                    : Optional.of(described(high, declared) + "which may be absorbance or reflectance: " + DECLARE);
        }
        return contradiction(high, declared.get()).or(() -> mixture(declared.get()));
    }

    /** What is wrong where a clear share of the spectra is absorbance while others are reflectance. */
    private Optional<String> mixture(SpectrumUnit taken) {
        boolean absorbance = taken == SpectrumUnit.ABSORBANCE;
        double share = shareHighestAtHydroxyl();
        double others = absorbance ? 1 - share : share;
        if (!(others > 1 - CLEAR_MAJORITY)) {
            return Optional.empty();
        }
        List<String> first = new ArrayList<>();
        for (int i = 0; i < spectra.size() && first.size() < 3; i++) {
            double difference = hydroxyl(spectra.get(i));
            if (absorbance ? difference < 0 : difference > 0) {
                first.add(places.get(i));
            }
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%.0f %% of its %d spectra look like %s where the others are %s (%s): a soil absorbs more at 3350 to"
                        + " 3650 than at 3800 to 4000 cm-1; convert them, or give two libraries",
                100 * others,
                spectra.size(),
                absorbance ? "reflectance" : "absorbance",
                taken.text(),
                String.join(", ", first)));
    }

    private Optional<String> contradiction(double high, SpectrumUnit declared) {
        if (declared == SpectrumUnit.PERCENT && high <= SpectrumUnit.REFLECTANCE.largest()) {
            return Optional.of(described(high, Optional.of(declared))
                    + "which looks like fractions or absorbance: multiply fractions by 100, or " + DECLARE);
        }
        if (declared == SpectrumUnit.REFLECTANCE && high > SpectrumUnit.REFLECTANCE.largest()) {
            return Optional.of(described(high, Optional.of(declared)) + "which looks like absorbance: " + DECLARE);
        }
        return Optional.empty();
    }

    /** What the numbers are by themselves; empty if that cannot be told. */
    Optional<SpectrumUnit> guess() {
        if (medianMaximum() > BEYOND_FRACTIONS) {
            return Optional.of(SpectrumUnit.ABSORBANCE);
        }
        double share = shareHighestAtHydroxyl();
        if (share >= CLEAR_MAJORITY) {
            return Optional.of(SpectrumUnit.ABSORBANCE);
        }
        return share <= 1 - CLEAR_MAJORITY ? Optional.of(SpectrumUnit.REFLECTANCE) : Optional.empty();
    }

    private double shareHighestAtHydroxyl() {
        int higher = 0;
        int compared = 0;
        for (float[] spectrum : spectra) {
            double difference = hydroxyl(spectrum);
            compared += Double.isNaN(difference) ? 0 : 1;
            higher += difference > 0 ? 1 : 0;
        }
        return compared == 0 ? Double.NaN : (double) higher / compared;
    }

    /** How much larger a spectrum is at the hydroxyl bands than beyond them; NaN where it does not reach them. */
    private double hydroxyl(float[] spectrum) {
        return mean(spectrum, 3350, 3650) - mean(spectrum, 3800, 4000);
    }

    private double mean(float[] spectrum, double from, double to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < spectrum.length; i++) {
            if (wavenumbers[i] >= from && wavenumbers[i] <= to) {
                sum += spectrum[i];
                count++;
            }
        }
        return sum / count;
    }

    private double medianMaximum() {
        double[] maxima = spectra.stream()
                .mapToDouble(SpectrumUnitFinder::maximum)
                .sorted()
                .toArray();
        return maxima[maxima.length / 2];
    }

    private static double maximum(float[] spectrum) {
        float maximum = spectrum[0];
        for (float value : spectrum) {
            maximum = Math.max(maximum, value);
        }
        return maximum;
    }

    private String described(double high, Optional<SpectrumUnit> declared) {
        List<String> first = new ArrayList<>();
        for (int i = 0; i < Math.min(3, spectra.size()); i++) {
            first.add(String.format(
                    Locale.ROOT, "%s %.4g to %.4g", places.get(i), minimum(spectra.get(i)), maximum(spectra.get(i))));
        }
        return String.format(
                Locale.ROOT,
                "the largest value of its %d spectra is %.4g in the median (%s)%s, ",
                spectra.size(),
                high,
                String.join(", ", first),
                declared.map(unit -> " where " + unit.text() + " was declared").orElse(""));
    }

    private static double minimum(float[] spectrum) {
        float[] sorted = spectrum.clone();
        Arrays.sort(sorted);
        return sorted[0];
    }
}
