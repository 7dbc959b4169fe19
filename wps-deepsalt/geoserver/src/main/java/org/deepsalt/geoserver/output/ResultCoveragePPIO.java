/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.deepsalt.raster.coverage.ResultCoverage;
import org.geoserver.wps.ppio.BinaryPPIO;

/**
 * Sends the GeoTIFF of an estimate as it is. GeoServer's own encoders would write it again, without band names, units,
 * provenance and overviews.
 */
public final class ResultCoveragePPIO extends BinaryPPIO {
    /** Registers the type and media type of estimates, for outputs named {@code coverage}. */
    public ResultCoveragePPIO() {
        super(ResultCoverage.class, ResultCoverage.class, "image/tiff");
        // With the name of an output, GeoServer asks no other encoder for it.
        identifer = "coverage";
    }

    /** Only outputs are of this type, but OGC API - Processes looks them up among the readers of inputs as well. */
    @Override
    public PPIODirection getDirection() {
        return PPIODirection.BOTH;
    }

    @Override
    public void encode(Object value, OutputStream os) throws IOException {
        Files.copy(((ResultCoverage) value).file(), os);
    }

    @Override
    public Object decode(InputStream input) {
        throw new UnsupportedOperationException("an estimate is an output, not an input");
    }

    @Override
    public String getFileExtension() {
        return "tif";
    }
}
