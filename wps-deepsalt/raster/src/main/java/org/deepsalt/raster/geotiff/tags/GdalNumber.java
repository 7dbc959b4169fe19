/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.tags;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as GDAL writes them into tags and side files. */
public final class GdalNumber {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[-+]?(nan|1\\.#(qnan|ind|snan)0*)");
    private static final Pattern INFINITE = Pattern.compile("([-+]?)(inf|infinity|1\\.#inf0*)");

    private GdalNumber() {}

    /**
     * The number that a text of GDAL's metadata means: decimal, or one of the spellings of NaN and infinity.
     *
     * @throws NumberFormatException if the text is no number
     */
    public static double parse(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (NOT_A_NUMBER.matcher(lower).matches()) {
            return Double.NaN;
        }
        if (INFINITE.matcher(lower).matches()) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (!DECIMAL.matcher(lower).matches()) {
            throw new NumberFormatException("'" + text + "' is no number");
        }
        return Double.parseDouble(lower);
    }
}
