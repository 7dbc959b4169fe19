/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column's header that holds a position of a spectrum: {@code 1500.2}, {@code m1500.2}, {@code X1500}, {@code R1490},
 * {@code w350}, {@code 350 nm}, {@code 0.35}, {@code 0.35 um}, {@code 1500 cm-1}, {@code scan_mir.1500_abs} or {@code
 * scan_visnir.1490_ref}.
 *
 * @param position wavenumber in cm-1 or wavelength in nm
 * @param axis what the header's words say that the number counts; null where they do not
 * @param small whether the number is one of micrometres
 * @param style how the header is written around the number
 * @param unit what the ending says of the column's values
 */
record SpectralHeader(
        double position, @Nullable SpectralAxis axis, boolean small, String style, Optional<SpectrumUnit> unit) {
    private static final Pattern HEADER = Pattern.compile("(scan_mir[._]|scan_visnir[._]|nm|wl?|m|x|a|r)?"
            + "(\\d{2,5}(?:\\.\\d+)?|[0-2](?:\\.\\d+)?|\\.\\d+)"
            + "(?:[\\s._]*[\\[(]?(nm|um|\u00b5m|\u03bcm|cm-1|cm\\^-1|1/cm)[\\])]?)?"
            + "(?:_(abs|ref|pct|pcnt))?");
    private static final double NM_OF_UM = 1000;

    /** Reads a header; empty if it holds no position. */
    static Optional<SpectralHeader> of(String header) {
        Matcher matcher = HEADER.matcher(header.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String number = matcher.group(2);
        SpectralAxis axis = axis(String.valueOf(matcher.group(1)), String.valueOf(matcher.group(3)));
        boolean small = number.length() == 1 || (number.indexOf('.') >= 0 && number.indexOf('.') < 2);
        double value = Double.parseDouble(number);
        // To a thousandth of a nanometre, or 0.35 x 1000 would not be 350.
        double position = small ? Math.rint(value * NM_OF_UM * NM_OF_UM) / NM_OF_UM : value;
        return Optional.of(new SpectralHeader(
                position,
                axis,
                small,
                matcher.group(1) + " " + matcher.group(3) + " " + small,
                Optional.ofNullable(matcher.group(4)).map(SpectralHeader::unit)));
    }

    private static @Nullable SpectralAxis axis(String before, String behind) {
        if (before.startsWith("scan_mir") || before.equals("m") || behind.contains("cm")) {
            return SpectralAxis.CM;
        }
        if (behind.endsWith("m") && !behind.equals("nm")) {
            return SpectralAxis.UM;
        }
        return before.startsWith("scan_visnir") || before.startsWith("w") || (before + behind).contains("nm")
                ? SpectralAxis.NM
                : null;
    }

    private static SpectrumUnit unit(String ending) {
        return switch (ending) {
            case "abs" -> SpectrumUnit.ABSORBANCE;
            case "ref" -> SpectrumUnit.REFLECTANCE;
            default -> SpectrumUnit.PERCENT;
        };
    }
}
