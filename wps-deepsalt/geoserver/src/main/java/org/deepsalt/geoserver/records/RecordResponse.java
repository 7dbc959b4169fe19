/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.records;

import java.io.IOException;
import java.io.OutputStream;
import org.deepsalt.processes.catalog.LayerRecord;
import org.geoserver.ows.Response;
import org.geoserver.platform.Operation;

/** Sends a record. Thread-safe. */
public final class RecordResponse extends Response {
    public RecordResponse() {
        super(RecordDocument.class);
    }

    @Override
    public String getMimeType(Object value, Operation operation) {
        return LayerRecord.MEDIA_TYPE;
    }

    @Override
    public String getCharset(Operation operation) {
        return "UTF-8";
    }

    @Override
    public String getAttachmentFileName(Object value, Operation operation) {
        return ((RecordDocument) value).fileName();
    }

    /** A file of somebody else's batch may be sent: browsers run nothing that is in it. */
    @Override
    public String[][] getHeaders(Object value, Operation operation) {
        return new String[][] {{"Content-Security-Policy", LayerRecord.CONTENT_POLICY}};
    }

    @Override
    public void write(Object value, OutputStream output, Operation operation) throws IOException {
        output.write(((RecordDocument) value).content());
    }
}
