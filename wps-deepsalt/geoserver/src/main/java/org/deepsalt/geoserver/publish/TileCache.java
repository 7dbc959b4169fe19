/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import org.geoserver.gwc.GWC;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** GeoServer's cache of map tiles, which would go on showing the old content of a layer that was replaced. */
final class TileCache {
    private static final Logger LOGGER = LoggerFactory.getLogger(TileCache.class);

    private TileCache() {}

    /**
     * Drops the tiles of a layer. A server without the cache has none, and a failure here does not undo a publication.
     */
    static void forget(String layer) {
        try {
            GWC.get().truncate(layer);
        } catch (RuntimeException | LinkageError e) {
            LOGGER.debug("the tile cache has no tiles to drop of '{}'", layer, e);
        }
    }
}
