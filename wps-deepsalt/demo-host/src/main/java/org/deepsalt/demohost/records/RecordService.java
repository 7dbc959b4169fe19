/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.deepsalt.demohost.catalog.Catalog;
import org.deepsalt.demohost.catalog.Layer;
import org.deepsalt.demohost.catalog.RasterLayer;
import org.deepsalt.demohost.catalog.SeriesLayer;
import org.deepsalt.demohost.http.OwsException;
import org.deepsalt.demohost.http.OwsReply;
import org.deepsalt.demohost.http.OwsRequest;
import org.deepsalt.demohost.http.OwsService;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.processes.catalog.Granule;
import org.deepsalt.processes.catalog.LayerRecord;

/**
 * Serves the record of a layer by the layer's name: see {@link LayerRecord}. What lies where follows from the catalog
 * alone. Thread-safe.
 */
public final class RecordService implements OwsService {
    private static final int LARGEST = 1 << 20;

    private final Catalog catalog;

    public RecordService(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String name() {
        return LayerRecord.SERVICE.toUpperCase(Locale.ROOT);
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
        if (!operation(request).equalsIgnoreCase(LayerRecord.OPERATION)) {
            throw new OwsException(
                    "OperationNotSupported",
                    "request",
                    "REQUEST is '" + operation(request) + "', wanted " + LayerRecord.OPERATION);
        }
        String name = request.parameter(LayerRecord.LAYER)
                .orElseThrow(() -> new OwsException(
                        "MissingParameterValue",
                        LayerRecord.LAYER,
                        "give " + LayerRecord.LAYER + ", the name of a layer as the capabilities of WMS have it"));
        try {
            String workspace = request.workspace();
            Layer layer = (workspace == null ? catalog.find(name) : catalog.find(workspace, name))
                    .orElseThrow(() -> new DeepSaltException(catalog.absence(workspace, name)));
            Path file = file(layer, request.parameter(LayerRecord.DATE).orElse(""))
                    .orElseThrow(() -> new DeepSaltException("layer '" + name + "' has no such record"));
            // A file of somebody else's batch may lie there: browsers run nothing that is in it.
            return OwsReply.of(LayerRecord.MEDIA_TYPE + ";charset=UTF-8", RegularFile.bytes(file, LARGEST))
                    .withHeader("Content-Security-Policy", LayerRecord.CONTENT_POLICY);
        } catch (IOException e) {
            return OwsReply.text(404, "the record of layer '" + name + "' cannot be read");
        } catch (DeepSaltException e) {
            return OwsReply.text(404, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Path> file(Layer layer, String date) {
        if (layer instanceof SeriesLayer series) {
            Map<Granule, Path> records = new TreeMap<>();
            series.granules().forEach((granule, map) -> records.put(granule, LayerRecord.of(map.file())));
            records.values().removeIf(file -> !Files.isRegularFile(file));
            return LayerRecord.choose(records.keySet(), date).flatMap(one -> Optional.ofNullable(records.get(one)));
        }
        return layer instanceof RasterLayer image
                ? Optional.of(LayerRecord.of(image.file())).filter(Files::isRegularFile)
                : Optional.empty();
    }
}
