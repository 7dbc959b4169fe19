/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.geoserver.catalog.Catalog;
import org.geoserver.catalog.CoverageStoreInfo;
import org.geoserver.catalog.event.CatalogAddEvent;
import org.geoserver.catalog.event.CatalogListener;
import org.geoserver.catalog.event.CatalogModifyEvent;
import org.geoserver.catalog.event.CatalogPostModifyEvent;
import org.geoserver.catalog.event.CatalogRemoveEvent;
import org.geoserver.rest.RequestInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the files of a layer that DeepSalt has published when its store is removed by a REST request with {@code
 * purge=all}: GeoServer itself deletes those of mosaics alone. Thread-safe.
 */
public final class PurgedLayers implements CatalogListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(PurgedLayers.class);

    private final OwnLayers layers;

    /** @param catalog the raw one, whose changes it hears of from now on */
    public PurgedLayers(Catalog catalog) {
        this.layers = new OwnLayers(catalog);
        catalog.addListener(this);
    }

    @Override
    public void handleRemoveEvent(CatalogRemoveEvent event) {
        if (!(event.getSource() instanceof CoverageStoreInfo store) || !isPurged()) {
            return;
        }
        Optional<String> mark = LayerMark.of(store);
        Optional<Path> folder = layers.file(store).map(Path::getParent);
        if (mark.isEmpty() || folder.isEmpty()) {
            return;
        }
        try {
            LayerFolder.keepOnly("", folder.get(), mark.get());
        } catch (IOException e) {
            LOGGER.warn("the files of store '{}', which was removed, cannot be deleted", store.getName(), e);
        }
    }

    private static boolean isPurged() {
        try {
            RequestInfo request = RequestInfo.get();
            String[] purge = request == null ? null : request.getQueryMap().get("purge");
            return purge != null && Arrays.asList(purge).contains("all");
        } catch (LinkageError e) {
            LOGGER.debug("this server has no REST", e);
            return false;
        }
    }

    @Override
    public void handleAddEvent(CatalogAddEvent event) {}

    @Override
    public void handleModifyEvent(CatalogModifyEvent event) {}

    @Override
    public void handlePostModifyEvent(CatalogPostModifyEvent event) {}

    @Override
    public void reloaded() {}
}
