/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.standalone.catalog;

import java.nio.file.Path;
import java.util.List;

/**
 * The files of a new layer, which publishing moves. Immutable.
 *
 * @param geotiff the image
 * @param sidecar JSON document to lie beside the image, null for none
 * @param companions files that readers of the image find by the ends of their names, such as METADATA.XML; with any,
 *     they and the image keep their names behind the layer's
 */
public record LayerFiles(Path geotiff, Path sidecar, List<Path> companions) {
    public LayerFiles {
        companions = List.copyOf(companions);
    }

    /** What follows the layer's name and the mark of its state in the image's new name. */
    String imageEnding() {
        return companions.isEmpty() ? ".tif" : "-" + geotiff.getFileName();
    }
}
