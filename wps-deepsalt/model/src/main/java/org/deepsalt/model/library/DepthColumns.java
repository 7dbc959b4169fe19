/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepsalt.model.table.DecimalText;
import org.deepsalt.model.table.HeaderNames;

/**
 * Where a library says from which depth its samples come, in cm below the surface: a column for each edge, or one with
 * ranges such as {@code 0-20}. A column that is not there has number -1.
 *
 * @param upper upper edge
 * @param lower lower edge
 * @param range both in one cell
 */
record DepthColumns(int upper, int lower, int range) {
    private static final List<String> UPPER = List.of(
            "depth_top_cm",
            "top_depth_cm",
            "top_cm",
            "upper_depth_cm",
            "depth_upper_cm",
            "upper_cm",
            "depth_from_cm",
            "from_cm",
            "layer.upper.depth_usda_cm",
            "layer.upper.depth_usda_uint_cm",
            "lay_depth_to_top",
            "hzdept_r",
            "hzn_top",
            "depth_top",
            "top_depth",
            "upper_depth",
            "depth_upper",
            "upperdepth",
            "top");
    private static final List<String> LOWER = List.of(
            "depth_bottom_cm",
            "bottom_depth_cm",
            "bottom_cm",
            "lower_depth_cm",
            "depth_lower_cm",
            "lower_cm",
            "depth_to_cm",
            "to_cm",
            "layer.lower.depth_usda_cm",
            "layer.lower.depth_usda_uint_cm",
            "lay_depth_to_bottom",
            "hzdepb_r",
            "hzn_bot",
            "depth_bottom",
            "bottom_depth",
            "lower_depth",
            "depth_lower",
            "lowerdepth",
            "bottom");
    private static final List<String> RANGE = List.of("depth_cm", "depth", "depth_range_cm", "depth_range");
    private static final Pattern EDGES =
            Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(?:-|\u2013|to)\\s*(\\d+(?:\\.\\d+)?)(?:\\s*cm)?");

    static DepthColumns among(List<String> fields) {
        HeaderNames names = new HeaderNames(fields);
        return new DepthColumns(names.first(UPPER), names.first(LOWER), names.first(RANGE));
    }

    /** The names of those that are there. */
    List<String> named(List<String> fields) {
        List<String> named = new ArrayList<>();
        for (int column : edges() ? new int[] {upper, lower} : new int[] {range}) {
            if (column >= 0) {
                named.add(fields.get(column).strip());
            }
        }
        return named;
    }

    private boolean edges() {
        return upper >= 0 || lower >= 0;
    }

    /**
     * The depth that decides whether a row lies too deep: its lower edge, or the upper one where it has no other.
     *
     * @return in cm; NaN where the row does not tell
     */
    double deepest(LibraryRow row) {
        double top = Double.NaN;
        double bottom = Double.NaN;
        if (edges()) {
            top = row.number(upper, "the upper depth");
            bottom = row.number(lower, "the lower depth");
        } else {
            Matcher matcher = EDGES.matcher(row.text(range));
            if (matcher.matches()) {
                top = DecimalText.parse(matcher.group(1));
                bottom = DecimalText.parse(matcher.group(2));
            }
        }
        if (bottom < top) {
            row.refuse(
                    "the lower depth is above the upper one",
                    top + " to " + bottom + " cm",
                    "wanted depths in cm below the surface, the upper edge first: correct or remove these rows");
        }
        return Double.isNaN(bottom) ? top : bottom;
    }
}
