/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world;

import java.awt.geom.Point2D;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import org.geotools.api.geometry.Bounds;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;

/** A GeoTIFF as GeoTools reads it, whole in memory: for tests of small images. */
record Image(Raster raster, Bounds envelope, int epsg, int sampleBits) {
    static Image read(Path file) throws IOException, FactoryException {
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        GridCoverage2D coverage = reader.read(null);
        try {
            return new Image(
                    coverage.getRenderedImage().getData(),
                    coverage.getEnvelope(),
                    CRS.lookupEpsgCode(coverage.getCoordinateReferenceSystem2D(), true),
                    coverage.getRenderedImage().getSampleModel().getSampleSize(0));
        } finally {
            coverage.dispose(true);
            reader.dispose();
        }
    }

    int width() {
        return raster.getWidth();
    }

    int height() {
        return raster.getHeight();
    }

    float at(int column, int row, int band) {
        return raster.getSampleFloat(column, row, band);
    }

    /** Value of the pixel around a place given in the image's own coordinates, east before north. */
    float at(Point2D place, int band) {
        double across = (place.getX() - envelope.getMinimum(0)) / envelope.getSpan(0);
        double down = (envelope.getMaximum(1) - place.getY()) / envelope.getSpan(1);
        return at((int) Math.floor(across * width()), (int) Math.floor(down * height()), band);
    }
}
