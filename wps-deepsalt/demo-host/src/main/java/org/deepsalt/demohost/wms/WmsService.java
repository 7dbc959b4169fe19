/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.wms;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsService;
import org.deepsalt.demohost.wms.request.Parameters;
import org.deepsalt.demohost.wms.request.WmsErrors;
import org.deepsalt.demohost.wms.request.WmsLimits;
import org.deepsalt.demohost.wms.request.WmsVersion;
import org.deepsalt.model.DeepSaltException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws the layers of a catalog: GetCapabilities, GetMap, GetFeatureInfo and GetLegendGraphic of WMS 1.1.1 and 1.3.0.
 * Thread-safe; a limited number of pictures is drawn at once.
 */
public final class WmsService implements OwsService {
    private static final Logger LOGGER = LoggerFactory.getLogger(WmsService.class);

    /** Each keeps a thread of the web server, of which others need some. */
    private static final int MOST_WAITING = 32;

    private static final int MOST_ATTEMPTS = 5;

    private final Catalog catalog;
    private final LayerChoice choice;
    private final WmsLimits limits;
    private final Semaphore places;

    /** Starts a service with the limits of the data directory. */
    public WmsService(Catalog catalog) {
        this(catalog, WmsLimits.of(catalog.service("wms")));
    }

    /** Starts a service with given limits. */
    public WmsService(Catalog catalog, WmsLimits limits) {
        this.catalog = catalog;
        this.choice = new LayerChoice(catalog);
        this.limits = limits;
        this.places = new Semaphore(limits.concurrent(), true);
    }

    @Override
    public String name() {
        return "WMS";
    }

    @Override
    public boolean changesState(OwsRequest request) {
        return false;
    }

    @Override
    public CompletionStage<OwsReply> handle(OwsRequest request) {
        return CompletableFuture.completedFuture(reply(request));
    }

    private OwsReply reply(OwsRequest request) {
        WmsVersion version = WmsVersion.of(request);
        try {
            return current(request, version);
        } catch (OwsException e) {
            return WmsErrors.report(version, e);
        } catch (DeepSaltException e) {
            return WmsErrors.report(version, new OwsException(WmsErrors.OTHER, null, e.getMessage(), e));
        } catch (RuntimeException e) {
            LOGGER.error("a WMS request failed: {}", request.forLog(), e);
            return WmsErrors.report(
                    version,
                    new OwsException(
                            WmsErrors.OTHER, null, "the server met an error of its own; its log says more", e));
        }
    }

    /** The files of a layer go when it is replaced: who was about to read them reads the new ones. */
    private OwsReply current(OwsRequest request, WmsVersion version) {
        for (int attempt = 1; ; attempt++) {
            long state = catalog.state();
            try {
                return answer(request, version);
            } catch (DeepSaltException e) {
                if (attempt == MOST_ATTEMPTS || catalog.state() == state) {
                    throw e;
                }
            }
        }
    }

    private OwsReply answer(OwsRequest request, WmsVersion version) {
        if (request.workspace() != null && !catalog.workspaces().contains(request.workspace())) {
            throw new OwsException(
                    WmsErrors.OTHER, null, "there is no workspace '" + request.workspace() + "' in this address");
        }
        if (request.body().length > 0) {
            throw new OwsException(
                    WmsErrors.OPERATION, null, "this host takes WMS requests as parameters, not as posted documents");
        }
        String operation = new Parameters(request).required("request", "GetCapabilities, GetMap and so on");
        return switch (operation.toLowerCase(Locale.ROOT)) {
            case "getcapabilities", "capabilities" ->
                new Capabilities(request, version, catalog, choice, limits).write();
            case "getmap", "map" -> draw(MapRequest.parse(request, version, choice, limits));
            case "getfeatureinfo", "feature_info" ->
                new FeatureInfo(FeatureInfoRequest.parse(request, version, choice, limits)).answer();
            case "getlegendgraphic" -> LegendRequest.answer(request, choice);
            default ->
                throw new OwsException(
                        WmsErrors.OPERATION,
                        "request",
                        "REQUEST is '" + operation
                                + "', wanted GetCapabilities, GetMap, GetFeatureInfo or GetLegendGraphic");
        };
    }

    /** Draws when it is its turn, so that many large requests do not exhaust the memory together. */
    private OwsReply draw(MapRequest map) {
        try {
            if (places.getQueueLength() >= MOST_WAITING) {
                throw new OwsException(
                        WmsErrors.OTHER,
                        null,
                        "the host draws " + limits.concurrent() + " other pictures and " + MOST_WAITING
                                + " wait: ask again later");
            }
            if (!places.tryAcquire(limits.seconds(), TimeUnit.SECONDS)) {
                throw new OwsException(
                        WmsErrors.OTHER,
                        null,
                        "the host draws " + limits.concurrent() + " other pictures and was not free within "
                                + limits.seconds() + " seconds: ask again later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OwsException(WmsErrors.OTHER, null, "the host is stopping", e);
        }
        try {
            return map.draw(limits);
        } finally {
            places.release();
        }
    }
}
