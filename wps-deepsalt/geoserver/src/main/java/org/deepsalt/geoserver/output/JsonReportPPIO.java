/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.deepsalt.processes.report.JsonReport;
import org.geoserver.wps.ppio.CDataPPIO;

/**
 * Sends a report as JSON, readable also within a response document, where GeoServer's raw data would be base64.
 */
public final class JsonReportPPIO extends CDataPPIO {
    /** Registers the type and media type of reports. */
    public JsonReportPPIO() {
        super(JsonReport.class, JsonReport.class, "application/json");
    }

    /** Only outputs are of this type, but OGC API - Processes looks them up among the readers of inputs as well. */
    @Override
    public PPIODirection getDirection() {
        return PPIODirection.BOTH;
    }

    @Override
    public void encode(Object value, OutputStream os) throws IOException {
        os.write(((JsonReport) value).json().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Object decode(InputStream input) throws IOException {
        return decode(new String(input.readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public Object decode(String input) {
        return new JsonReport(input);
    }

    @Override
    public String getFileExtension() {
        return "json";
    }
}
