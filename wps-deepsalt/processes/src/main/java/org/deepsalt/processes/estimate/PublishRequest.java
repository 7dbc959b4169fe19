/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import org.jspecify.annotations.Nullable;

/**
 * Layer or series, style and title under which an estimate is published.
 *
 * @param layer name of the layer; null for none
 * @param series name of the series to which the estimate is added; null for none
 * @param style name of a style of the catalog
 * @param styleChosen whether the request gave it, rather than the server
 * @param title null for one that names the scene, or the series
 * @param overwrite whether a layer of the same name may be replaced
 */
record PublishRequest(
        @Nullable String layer,
        @Nullable String series,
        String style,
        boolean styleChosen,
        @Nullable String title,
        boolean overwrite) {
    /** Whether anything is published. */
    boolean publishes() {
        return layer != null || series != null;
    }
}
