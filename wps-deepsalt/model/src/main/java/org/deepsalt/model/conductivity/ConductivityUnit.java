/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.conductivity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Units of electrical conductivity. */
public enum ConductivityUnit {
    DS_PER_M("dS/m", 1, "ds_?m"),
    MS_PER_CM("mS/cm", 1, "ms_?cm"),
    MMHO_PER_CM("mmho/cm", 1, "mmhos?_?cm"),
    MS_PER_M("mS/m", 0.01, "ms_?m"),
    US_PER_CM("uS/cm", 0.001, "(?:[u\u00b5\u03bc]s|micros(?:iemens)?)_?cm");

    private final String text;
    private final double toDeciSiemens;
    private final String spellings;

    ConductivityUnit(String text, double toDeciSiemens, String spellings) {
        this.text = text;
        this.toDeciSiemens = toDeciSiemens;
        this.spellings = spellings;
    }

    public String text() {
        return text;
    }

    /** A conductivity in dS/m. */
    public double toDeciSiemens(double value) {
        return value * toDeciSiemens;
    }

    /** The unit that a text means, in any case and with any separators: {@code dS/m}, {@code ds_m}, {@code dS m-1}. */
    public static Optional<ConductivityUnit> named(String text) {
        String key = text.trim()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}0-9]+", "_")
                .replaceAll("^_|_$", "")
                .replaceAll("_?1$", "");
        return Arrays.stream(values())
                .filter(unit -> key.matches(unit.spellings))
                .findFirst();
    }

    /** All units, for messages. */
    public static String all() {
        return Arrays.stream(values()).map(ConductivityUnit::text).collect(Collectors.joining(", "));
    }
}
