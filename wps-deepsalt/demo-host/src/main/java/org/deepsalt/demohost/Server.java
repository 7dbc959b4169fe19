/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.http.HostSettings;
import org.deepsalt.demohost.http.HttpHost;
import org.deepsalt.demohost.process.ProcessRegistry;
import org.deepsalt.demohost.wms.WmsService;
import org.deepsalt.demohost.wps.WpsService;
import org.deepsalt.demohost.wps.WpsSettings;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.store.Folders;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.raster.coverage.ResultCoverage;

/** WPS, WMS and the map page over a data directory. Closing it stops everything and leaves no temporary file. */
public final class Server implements AutoCloseable {
    private final Path scratch;
    private final Catalog catalog;
    private final DataDirectoryLayers layers;
    private final ProcessRegistry processes;
    private WpsService wps;
    private HttpHost http;

    /** Opens the data directory; nothing listens yet. */
    public Server(Path dataDirectory) {
        Scratch.sweep(dataDirectory);
        this.scratch = Scratch.of(dataDirectory);
        this.catalog = Catalog.open(dataDirectory);
        this.layers = new DataDirectoryLayers(catalog, scratch);
        this.processes = new ProcessRegistry(layers, Settings.processes());
    }

    public ProcessRegistry processes() {
        return processes;
    }

    public LayerCatalog layers() {
        return layers;
    }

    public Catalog catalog() {
        return catalog;
    }

    /**
     * Begins to listen.
     *
     * @return address of the services, ending in {@code /geoserver}
     */
    public String listen(HostSettings settings) {
        WpsSettings bounds = WpsSettings.of(catalog.service("wps"), scratch.resolve("wps"));
        wps = new WpsService(processes, bounds, outputs -> outputs.values().stream()
                .filter(ResultCoverage.class::isInstance)
                .forEach(coverage -> layers.discard(((ResultCoverage) coverage).file())));
        http = HttpHost.start(settings, List.of(wps, new WmsService(catalog)));
        return http.url();
    }

    /** Waits until the server is closed. */
    public void join() throws InterruptedException {
        http.join();
    }

    /** Ends {@link #join}. */
    public void stopListening() {
        http.close();
    }

    @Override
    public void close() {
        if (http != null) {
            http.close();
        }
        if (wps != null) {
            wps.close();
        }
        processes.close();
        try {
            Folders.delete(scratch);
        } catch (IOException e) {
            throw new DeepSaltException("temporary files cannot be deleted: " + e.getMessage(), e);
        }
    }
}
