/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.processes.publish;

import org.jspecify.annotations.Nullable;

/**
 * The inputs of {@code deepsalt:PublishBatch}, with defaults filled in.
 *
 * @param manifest file of the batch, or its folder, below an import folder of the host
 * @param series name of the layer to which results are added
 * @param style name of a style of the catalog
 * @param styleChosen whether the request gave it
 * @param title of the series; null to keep it, or for the usual one
 * @param overwrite whether maps that the series has already are replaced
 */
record BatchRequest(
        String manifest,
        String series,
        String style,
        boolean styleChosen,
        @Nullable String title,
        boolean overwrite) {}
