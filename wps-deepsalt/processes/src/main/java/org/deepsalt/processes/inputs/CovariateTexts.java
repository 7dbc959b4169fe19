/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the values of a parameter apart that may hold several pairs {@code name=source} and layers each, separated by
 * blanks, commas or semicolons: forms that show a repeatable input once have one field for all of them. Stateless.
 */
final class CovariateTexts {
    private static final String SEPARATORS = "[\\s,;]+";
    /** A separator behind which a name and an equals sign follow. */
    private static final Pattern BEFORE_PAIR = Pattern.compile(SEPARATORS + "(?=[^\\s,;=/\\\\]+=)");
    /** Files of the command line may have blanks and commas in their names. */
    private static final Pattern PATH = Pattern.compile("[/\\\\]|\\.[A-Za-z0-9]{2,4}$");

    private CovariateTexts() {}

    /** The pairs and layers of the values, in their order; values of blanks alone count as none. */
    static List<String> split(String[] values) {
        List<String> texts = new ArrayList<>();
        for (String value : values) {
            for (String chunk : BEFORE_PAIR.split(value.strip(), -1)) {
                if (PATH.matcher(chunk).find()) {
                    texts.add(chunk);
                } else {
                    texts.addAll(List.of(chunk.split(SEPARATORS, -1)));
                }
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
