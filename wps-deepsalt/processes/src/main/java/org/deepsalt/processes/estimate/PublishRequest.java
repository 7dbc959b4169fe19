/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.estimate;

import org.jspecify.annotations.Nullable;

/**
 * Layer, style and title under which an estimate is published.
 *
 * @param layer name of the layer; null to publish nothing
 * @param style name of a style of the catalog
 * @param styleChosen whether the request gave it, rather than the server
 * @param title null for one that names the scene
 * @param overwrite whether a layer of the same name may be replaced
 */
record PublishRequest(
        @Nullable String layer,
        String style,
        boolean styleChosen,
        @Nullable String title,
        boolean overwrite) {}
