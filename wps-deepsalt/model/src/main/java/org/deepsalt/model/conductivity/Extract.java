/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.conductivity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The water in which a conductivity was measured: that of the saturated paste, or so many parts of water to one of
 * soil.
 */
public enum Extract {
    SATURATED_PASTE("saturated paste", "(?:saturated_)?paste(?:_extract)?|saturation(?:_extract)?|sp|se|ece"),
    /** Also the method of OSSL's {@code ec_usda.a364}. */
    ONE_TO_TWO("1:2", "1_2|1to2|1p2|12|usda_a364"),
    ONE_TO_TWO_AND_A_HALF("1:2.5", "1_2_5|1to2_5|1_2p5|1to2p5|1p2p5|12_5|12p5"),
    /** Also the method of ISO 11265. */
    ONE_TO_FIVE("1:5", "1_5|1to5|1p5|15|iso_11265");

    private final String text;
    /** Regular expression of what it is called, in lower case with '_' between words. */
    private final String spellings;

    Extract(String text, String spellings) {
        this.text = text;
        this.spellings = spellings;
    }

    public String text() {
        return text;
    }

    String spellings() {
        return spellings;
    }

    /** The extract that a text means, in any case and with any separators: {@code 1:2}, {@code Saturated paste}. */
    public static Optional<Extract> named(String text) {
        String key = text.trim()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return Arrays.stream(values())
                .filter(extract -> key.matches(extract.spellings))
                .findFirst();
    }

    /** All extracts, for messages. */
    public static String all() {
        return Arrays.stream(values()).map(Extract::text).collect(Collectors.joining(", "));
    }
}
