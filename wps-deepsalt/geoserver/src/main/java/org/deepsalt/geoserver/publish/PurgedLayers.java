/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.publish;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.deepsalt.geoserver.layers.LayerMark;
import org.deepsalt.geoserver.layers.OwnLayers;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.catalog.LayerName;
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
 * purge=all}: GeoServer itself deletes those of mosaics alone. It opens the file once more before it answers, so they
 * go a little later, and at the next start if the server stops before. Thread-safe.
 */
public final class PurgedLayers implements CatalogListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(PurgedLayers.class);

    private static final long SECONDS = 5;

    /** All granules of a series go, none is being added. */
    private static final String NONE = "none";

    private final OwnLayers layers;
    private final Journal journal;
    private final Executor later;

    /** @param catalog the raw one, whose changes it hears of from now on */
    public PurgedLayers(Catalog catalog, Journal journal) {
        this(catalog, journal, CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
    }

    PurgedLayers(Catalog catalog, Journal journal, Executor later) {
        this.layers = new OwnLayers(catalog);
        this.journal = journal;
        this.later = later;
        catalog.addListener(this);
    }

    @Override
    public void handleRemoveEvent(CatalogRemoveEvent event) {
        if (!(event.getSource() instanceof CoverageStoreInfo store) || !isPurged()) {
            return;
        }
        Optional<String> mark = LayerMark.of(store);
        if (mark.isEmpty()) {
            return;
        }
        LayerName name = new LayerName(store.getWorkspace().getName(), store.getName());
        try {
            Optional<Journal.Entry> files = layers.file(store)
                    .map(file -> journal.begin(name, file.resolveSibling(""), mark.get()))
                    .or(() -> layers.folder(store)
                            .map(folder -> journal.beginGranule(name, folder.resolve(NONE), mark.get(), true)));
            files.ifPresent(entry -> later.execute(entry::close));
        } catch (DeepSaltException e) {
            LOGGER.warn("the files of store '{}', which was removed, cannot be deleted", name.prefixed(), e);
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
