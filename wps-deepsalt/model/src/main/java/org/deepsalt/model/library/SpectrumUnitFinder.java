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
 * leave open whether they are absorbance or fractions, a band of every soil decides: it absorbs more at its hydroxyl
 * bands between 3350 and 3650 than between 3800 and 4000 cm-1; more at water's band between 1900 and 1940 nm than
 * between 1780 and 1840 nm (3,225 of 3,236 spectra of the ICRAF-ISRIC library); where these are missing, more between
 * 400 and 500 than between 1600 and 1700 nm (all of them, but crusts of salt may not).
 */
final class SpectrumUnitFinder {
    private static final double BEYOND_FRACTIONS = 1.2;
    private static final double BEYOND_ABSORBANCE = 10;
    private static final double CLEAR_MAJORITY = 0.9;
    private static final String DECLARE =
            "say what they are with the parameter spectra (ABSORBANCE, REFLECTANCE or PERCENT) or head the columns"
                    + " 1500.2_abs, 1500.2_ref or 1500.2_pct";

    /**
     * Where every soil absorbs more than elsewhere.
     *
     * @param from of the window where it absorbs more
     * @param than of the window where it absorbs less
     */
    private record Contrast(double from, double to, double than, double until, String unit) {
        private String text() {
            return String.format(
                    Locale.ROOT,
                    "a soil absorbs more at %.0f to %.0f than at %.0f to %.0f %s",
                    from,
                    to,
                    than,
                    until,
                    unit);
        }

        /** Whether a spectrum has points in both windows. */
        private boolean isSeen(double[] positions) {
            return Arrays.stream(positions).anyMatch(at -> at >= from && at <= to)
                    && Arrays.stream(positions).anyMatch(at -> at >= than && at <= until);
        }
    }

    private static final Contrast HYDROXYL = new Contrast(3350, 3650, 3800, 4000, "cm-1");
    private static final Contrast BLUE = new Contrast(400, 500, 1600, 1700, "nm");
    private static final Contrast WATER = new Contrast(1900, 1940, 1780, 1840, "nm");

    private final Contrast contrast;
    private final double[] positions;
    private final List<float[]> spectra;
    private final List<String> places;

    /**
     * A finder for the spectra of one file.
     *
     * @param axis of the positions
     * @param positions wavenumbers in cm-1 or wavelengths in nm, ascending
     * @param spectra at least one, as they stand in the file
     * @param places what messages call each of them
     */
    SpectrumUnitFinder(SpectralAxis axis, double[] positions, List<float[]> spectra, List<String> places) {
        this.contrast = !axis.isVisNir() ? HYDROXYL : WATER.isSeen(positions) ? WATER : BLUE;
        this.positions = positions;
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
        double share = shareAbsorbing();
        double others = absorbance ? 1 - share : share;
        if (!(others > 1 - CLEAR_MAJORITY)) {
            return Optional.empty();
        }
        List<String> first = new ArrayList<>();
        for (int i = 0; i < spectra.size() && first.size() < 3; i++) {
            double difference = contrast(spectra.get(i));
            if (absorbance ? difference < 0 : difference > 0) {
                first.add(places.get(i));
            }
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%.0f %% of its %d spectra look like %s where the others are %s (%s): %s; convert them, or give two"
                        + " libraries",
                100 * others,
                spectra.size(),
                absorbance ? "reflectance" : "absorbance",
                taken.text(),
                String.join(", ", first),
                contrast.text()));
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
        double share = shareAbsorbing();
        if (share >= CLEAR_MAJORITY) {
            return Optional.of(SpectrumUnit.ABSORBANCE);
        }
        return share <= 1 - CLEAR_MAJORITY ? Optional.of(SpectrumUnit.REFLECTANCE) : Optional.empty();
    }

    private double shareAbsorbing() {
        int higher = 0;
        int compared = 0;
        for (float[] spectrum : spectra) {
            double difference = contrast(spectrum);
            compared += Double.isNaN(difference) ? 0 : 1;
            higher += difference > 0 ? 1 : 0;
        }
        return compared == 0 ? Double.NaN : (double) higher / compared;
    }

    /** How much larger a spectrum is where a soil absorbs more; NaN where it does not reach there. */
    private double contrast(float[] spectrum) {
        return mean(spectrum, contrast.from, contrast.to) - mean(spectrum, contrast.than, contrast.until);
    }

    private double mean(float[] spectrum, double from, double to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < spectrum.length; i++) {
            if (positions[i] >= from && positions[i] <= to) {
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
