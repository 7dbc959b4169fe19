/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.records;

import java.io.IOException;
import java.nio.file.Path;
import org.deepsalt.geoserver.catalog.LayerRecords;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.files.RegularFile;
import org.deepsalt.processes.catalog.LayerRecord;
import org.geoserver.config.ServiceInfo;
import org.geoserver.config.impl.ServiceInfoImpl;
import org.geoserver.ows.HttpErrorCodeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations of service {@code deepsalt}, which GeoServer calls by their names: see {@link LayerRecord}. Its rules
 * for services hold for it, too, such as {@code deepsalt.GetRecord=ROLE}. Thread-safe.
 */
public final class RecordService {
    private static final Logger LOGGER = LoggerFactory.getLogger(RecordService.class);

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int LARGEST = 1 << 20;

    private final LayerRecords records;
    private final ServiceInfo info = new ServiceInfoImpl();

    public RecordService(LayerRecords records) {
        this.records = records;
        info.setName(LayerRecord.SERVICE);
    }

    /** What GeoServer asks before each request, to see whether the service is enabled. */
    public ServiceInfo getServiceInfo() {
        return info;
    }

    /**
     * Answers a request for the record of a layer.
     *
     * @throws HttpErrorCodeException with 404 where there is none for the caller
     */
    public RecordDocument getRecord(RecordRequest request) {
        if (request.getLayer().isBlank()) {
            throw new HttpErrorCodeException(
                    BAD_REQUEST,
                    "give " + LayerRecord.LAYER + ", the name of a layer as the capabilities of WMS have it",
                    null);
        }
        try {
            Path file = records.find(request.getLayer(), request.getDate());
            return new RecordDocument(file.getFileName().toString(), RegularFile.bytes(file, LARGEST));
        } catch (IOException e) {
            LOGGER.warn("the record of layer '{}' cannot be read", request.getLayer(), e);
            throw new HttpErrorCodeException(
                    NOT_FOUND, "the record of layer '" + request.getLayer() + "' cannot be read", e);
        } catch (DeepSaltException e) {
            throw new HttpErrorCodeException(NOT_FOUND, e.getMessage(), e);
        }
    }
}
