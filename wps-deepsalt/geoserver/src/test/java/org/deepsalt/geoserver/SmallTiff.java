/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.geoserver;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deepsalt.raster.geotiff.encode.Reduction;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/** A result of 32 x 32 pixels with two bands of one value, and with the tags that estimates have. */
public final class SmallTiff {
    public static final List<String> BANDS = List.of("ece", "dissimilarity");

    private static final int SIDE = 32;
    private static final TiffLayout LAYOUT = new TiffLayout(SIDE, SIDE, BANDS.size(), SampleType.FLOAT32, SIDE, false);

    private SmallTiff() {}

    public static Path write(Path file, float value) throws IOException, FactoryException {
        return write(file, value, "EPSG:32612", "dS/m");
    }

    public static Path write(Path file, float value, String crs, String unit) throws IOException, FactoryException {
        Grid grid = new Grid(SIDE, SIDE, new AffineTransform(30, 0, 0, -30, 400_000, 4_400_000), CRS.decode(crs, true));
        GdalMetadata tags = new GdalMetadata()
                .put("deepsalt_model", "sample")
                .put("author", "somebody")
                .put(0, "unittype", unit);
        for (int band = 0; band < BANDS.size(); band++) {
            tags.put(band, "description", BANDS.get(band));
        }
        float[] samples = new float[BANDS.size() * SIDE * SIDE];
        Arrays.fill(samples, value);
        try (TiledTiffWriter writer = new TiledTiffWriter(
                file, LAYOUT, new GeoTiffTags(grid, "nan", tags), List.of(Reduction.NEAREST, Reduction.NEAREST))) {
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }
}
