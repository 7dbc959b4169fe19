/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.http.HttpHost;
import org.deepsalt.demohost.records.RecordService;
import org.deepsalt.demohost.wms.WmsService;
import org.deepsalt.demohost.wps.WpsService;
import org.deepsalt.demohost.wps.WpsSettings;
import org.deepsalt.local.registry.ProcessRegistry;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.Folders;
import org.deepsalt.processes.catalog.LayerCatalog;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.jspecify.annotations.Nullable;

/**
 * The demo host: WPS, WMS and the map page over a data directory. Closing it stops everything and leaves no temporary
 * file.
 */
public final class Server implements AutoCloseable {
    private final Path scratch;
    private final Catalog catalog;
    private final DataDirectoryLayers layers;
    private final ProcessRegistry processes;
    private @Nullable WpsService wps;
    private @Nullable HttpHost http;

    /** Opens the data directory; nothing listens yet. */
    public Server(Path dataDirectory) {
        Scratch.sweep(dataDirectory);
        this.scratch = Scratch.of(dataDirectory);
        this.catalog = Catalog.open(dataDirectory);
        this.layers = new DataDirectoryLayers(catalog, scratch);
        this.processes = new ProcessRegistry(layers, Settings.processes());
    }

    /** The processes that WPS offers. */
    public ProcessRegistry processes() {
        return processes;
    }

    /** The data directory as the processes see it. */
    public LayerCatalog layers() {
        return layers;
    }

    /** The layers and styles that WMS draws. */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Begins to listen.
     *
     * @param address name or number of the address to listen at; {@code localhost} is reachable from this machine alone
     * @param port 0 for any free one
     * @param hosts further names under which clients reach the host, wanted where other machines can
     * @return address of the services, ending in {@code /geoserver}
     */
    public String listen(String address, int port, Set<String> hosts) {
        return listen(address, port, hosts, WpsSettings.RESULT_MEGABYTES);
    }

    /**
     * Begins to listen.
     *
     * @param resultMegabytes that outputs of executions may take on the disk, until the oldest go
     */
    public String listen(String address, int port, Set<String> hosts, long resultMegabytes) {
        WpsSettings bounds = WpsSettings.of(catalog.service("wps"), scratch.resolve("wps"), resultMegabytes << 20);
        wps = new WpsService(processes, bounds, outputs -> outputs.values().stream()
                .filter(ResultCoverage.class::isInstance)
                .forEach(coverage -> layers.discard(((ResultCoverage) coverage).file())));
        List<Path> own = List.of(catalog.dataDirectory(), Path.of(System.getProperty("java.io.tmpdir")));
        http = HttpHost.start(
                address, port, hosts, List.of(wps, new WmsService(catalog), new RecordService(catalog)), own);
        return http.url();
    }

    /** Waits until the server is closed. */
    public void join() throws InterruptedException {
        Objects.requireNonNull(http, "a server listens before it is waited for").join();
    }

    /** Stops answering requests, which ends {@link #join}; {@link #close} is still needed. */
    public void stopListening() {
        if (http != null) {
            http.close();
        }
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
