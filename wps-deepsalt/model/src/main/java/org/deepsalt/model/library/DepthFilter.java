/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.math.BigDecimal;
import java.util.List;
import org.deepsalt.model.DeepSaltException;

/** Tells the rows of a library that come from too deep. Not thread-safe. */
final class DepthFilter {
    private final DepthColumns columns;
    private final List<String> named;
    private final double maxDepth;
    private long unknown;

    /**
     * A filter for a library with these columns.
     *
     * @param maxDepth deepest lower edge in cm
     * @throws DeepSaltException if several columns may be the one of an edge
     */
    DepthFilter(List<String> fields, double maxDepth) {
        this.columns = DepthColumns.among(fields);
        this.named = columns.named(fields);
        this.maxDepth = maxDepth;
    }

    /** Why a row is passed over, in words; empty where it is not. Wrong depths are told the row. */
    String skips(LibraryRow row) {
        return columns.deepest(row) > maxDepth ? "from below " + plain(maxDepth) + " cm" : "";
    }

    private static String plain(double depth) {
        return BigDecimal.valueOf(depth).stripTrailingZeros().toPlainString();
    }

    /** Counts a row that is used. */
    void accept(LibraryRow row) {
        unknown += !named.isEmpty() && Double.isNaN(columns.deepest(row)) ? 1 : 0;
    }

    LibraryNotes.Depths notes() {
        return new LibraryNotes.Depths(named, maxDepth, unknown);
    }
}
