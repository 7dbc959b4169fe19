/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out what the headers of a spectrum count: wavenumbers of the mid infrared and wavelengths of the visible and
 * near infrared overlap as numbers. Words of the headers tell, then the request, then the numbers: only a mid-infrared
 * spectrum reaches 4000, only wavelengths rise in round steps from 400 or less, or up to 2450 to 2520, and end by 2600,
 * and only micrometres stay below 3. What these leave open is refused.
 */
final class AxisFinder {
    private static final double LEAST_NM = 300;
    private static final double MOST_NM = 2600;
    private static final double EARLY_START = 400;
    private static final double USUAL_END = 2450;
    private static final double LATEST_END = 2520;
    private static final double ROUND = 0.5;
    private static final double LEAST_SPAN = 100;
    private static final String DECLARE =
            ": say what they count with the parameter axis (CM for wavenumbers in cm-1, NM"
                    + " or UM for wavelengths), or head the columns scan_mir.1500_abs, or 1500 nm";

    private final List<SpectralHeader> spectrum;
    private final Wavenumbers midInfrared;

    /**
     * A finder for one spectrum.
     *
     * @param spectrum its headers in the order of the file, one at least
     * @param midInfrared what a mid-infrared spectrum must cover
     */
    AxisFinder(List<SpectralHeader> spectrum, Wavenumbers midInfrared) {
        this.spectrum = spectrum;
        this.midInfrared = midInfrared;
    }

    /** What was found, and what speaks against it, in words that follow "its headers". */
    record Result(SpectralAxis axis, Optional<String> problem) {
        private static Result of(SpectralAxis axis) {
            return new Result(axis, Optional.empty());
        }

        private static Result contradiction(SpectralAxis axis, String problem) {
            return new Result(axis, Optional.of(problem));
        }
    }

    Result find(Optional<SpectralAxis> declared) {
        Set<SpectralAxis> told = spectrum.stream()
                .flatMap(header -> Optional.ofNullable(header.axis()).stream())
                .collect(Collectors.toSet());
        Optional<SpectralAxis> words = told.stream().findFirst();
        if (words.isPresent() && declared.isPresent() && !words.equals(declared)) {
            return Result.contradiction(
                    words.get(),
                    "say " + words.get() + " where axis is " + declared.get() + ": leave axis out, or rename them");
        }
        Optional<SpectralAxis> said = words.or(() -> declared);
        return said.map(this::checked).orElseGet(this::byNumbers);
    }

    /** Whether the numbers can be what was said of them. */
    private Result checked(SpectralAxis axis) {
        boolean small = spectrum.stream().allMatch(SpectralHeader::small);
        boolean fits = axis == SpectralAxis.UM ? small : !small;
        if (!fits || (axis.isVisNir() && !(first() >= LEAST_NM && last() <= MOST_NM))) {
            return Result.contradiction(axis, range(small) + " cannot be " + axis + DECLARE);
        }
        return Result.of(axis);
    }

    private Result byNumbers() {
        boolean small = spectrum.stream().allMatch(SpectralHeader::small);
        if (small) {
            return checked(SpectralAxis.UM);
        }
        double[] positions =
                spectrum.stream().mapToDouble(SpectralHeader::position).sorted().toArray();
        boolean overlaps = first() >= LEAST_NM && last() <= MOST_NM && last() - first() >= LEAST_SPAN;
        if (!overlaps || midInfrared.covers(positions)) {
            return Result.of(SpectralAxis.CM);
        }
        boolean ends = first() <= EARLY_START || (last() >= USUAL_END && last() <= LATEST_END);
        if (ends && rises() && isRound()) {
            return Result.of(SpectralAxis.NM);
        }
        return Result.contradiction(
                SpectralAxis.NM, range(false) + " may be wavelengths in nm or a part of the mid infrared" + DECLARE);
    }

    private double first() {
        return spectrum.stream().mapToDouble(SpectralHeader::position).min().orElse(Double.NaN);
    }

    private double last() {
        return spectrum.stream().mapToDouble(SpectralHeader::position).max().orElse(Double.NaN);
    }

    private boolean rises() {
        for (int i = 1; i < spectrum.size(); i++) {
            if (spectrum.get(i).position() <= spectrum.get(i - 1).position()) {
                return false;
            }
        }
        return true;
    }

    /** Spectrometers of wavenumbers have steps that are not. */
    private boolean isRound() {
        return spectrum.stream().allMatch(header -> header.position() % ROUND == 0);
    }

    private String range(boolean small) {
        double scale = small ? 1e-3 : 1;
        return String.format(
                Locale.ROOT,
                "%d numbers from %s to %s",
                spectrum.size(),
                plain(spectrum.get(0).position() * scale),
                plain(spectrum.get(spectrum.size() - 1).position() * scale));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.4g", number);
    }
}
