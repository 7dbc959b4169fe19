/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.catalog;

import java.util.List;

/** The styles that show an estimate. */
public final class ResultStyles {
    private static final List<String> NAMES =
            List.of("ece-classes", "ece-ramp", "interval-width", "applicability", "mask-reasons", "p-saline");

    private ResultStyles() {}

    /** Whether a style that comes with DeepSalt has colours, classes or a legend of ECe in dS/m. */
    public static boolean showsEce(String style) {
        return List.of("ece-classes", "ece-ramp", "interval-width", "p-saline").contains(style);
    }

    /**
     * The other styles that come with DeepSalt, for a layer that is published with a style; none for layers that are no
     * estimates.
     */
    public static List<String> beside(String style) {
        return NAMES.contains(style)
                ? NAMES.stream().filter(name -> !name.equals(style)).toList()
                : List.of();
    }
}
