/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.deepsalt.geoserver.output.Refusal;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.processes.geojson.GeoJson;
import org.deepsalt.processes.inputs.WellKnownText;
import org.geoserver.wps.ppio.ComplexPPIO;
import org.geoserver.wps.ppio.ProcessParameterIO;
import org.geotools.api.data.Parameter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;

/**
 * Reads the input {@code region} in one of the formats of geometries. GeoServer's own reader does the work, except for
 * GeoJSON, whose {@code crs} member it drops, and for texts that came without a media type. Thread-safe.
 */
final class RegionFormat extends ComplexPPIO {
    private static final String INPUT = "region";

    RegionFormat(String mediaType) {
        super(Geometry.class, Geometry.class, mediaType);
        identifer = INPUT;
    }

    @Override
    public PPIODirection getDirection() {
        return PPIODirection.DECODING;
    }

    /** @param input a text, or what GeoServer has parsed from XML */
    @Override
    public Object decode(Object input) throws Exception {
        if (!(input instanceof String text)) {
            return geoServers(getMimeType()).decode(input);
        }
        String trimmed = text.trim();
        if (trimmed.startsWith("{")) {
            try {
                return GeoJson.region("input '" + INPUT + "'", trimmed);
            } catch (DeepSaltException e) {
                throw new Refusal(e.getMessage());
            }
        }
        if (!trimmed.isEmpty() && Character.isLetter(trimmed.charAt(0))) {
            requireShallow(trimmed);
            return geoServers(RegionFormats.EWKT).decode((Object) trimmed);
        }
        return parsed(() -> geoServers(getMimeType()).decode(input));
    }

    /** GeoServer's parsers go down with what they read. */
    private static Object parsed(Callable<Object> parsing) throws Exception {
        try {
            return parsing.call();
        } catch (StackOverflowError e) {
            throw new Refusal(
                    "input '" + INPUT + "' is nested deeper than can be read: give a polygon or multi-polygon");
        }
    }

    private static void requireShallow(String text) {
        try {
            WellKnownText.requireShallow(text);
        } catch (ParseException e) {
            throw new Refusal("input '" + INPUT + "' cannot be read as well-known text: " + e.getMessage()
                    + "; give a polygon or multi-polygon");
        }
    }

    @Override
    public Object decode(InputStream input) throws Exception {
        if (getMimeType().contains("gml")) {
            return parsed(() -> geoServers(getMimeType()).decode(input));
        }
        return decode((Object) new String(input.readAllBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public void encode(Object value, OutputStream os) throws IOException {
        throw new UnsupportedOperationException("a region is an input, not an output");
    }

    private static ComplexPPIO geoServers(String mediaType) {
        return (ComplexPPIO) ProcessParameterIO.find(new Parameter<>("geometry", Geometry.class), null, mediaType);
    }
}
