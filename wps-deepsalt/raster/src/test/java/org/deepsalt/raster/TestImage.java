/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/** Small images and their METADATA.XML, changed one thing at a time. */
public final class TestImage {
    public int width = 20;
    public int height = 10;
    public int bands = 5;
    public String crs = "EPSG:32612";
    public AffineTransform place = new AffineTransform(30, 0, 0, -30, 500_000, 4_300_000);
    public String noData = "-32768";
    public GdalMetadata metadata = new GdalMetadata().put("author", "test");
    public Values values = (band, column, row) -> 1000 * (band + 1) + column;

    /** Number in the file. */
    @FunctionalInterface
    public interface Values {
        float at(int band, int column, int row);
    }

    /** Gives each band a text, such as its wavelength. */
    public TestImage tag(String name, String... texts) {
        for (int band = 0; band < texts.length; band++) {
            metadata.put(band, name, texts[band]);
        }
        return this;
    }

    public Path write(Path file) throws IOException, FactoryException {
        Files.createDirectories(file.getParent());
        Grid grid = new Grid(width, height, place, crs == null ? null : CRS.decode(crs, true));
        int tile = 16 * ((Math.max(width, height) - 1) / 16 + 1);
        TiffLayout layout = new TiffLayout(width, height, bands, SampleType.INT16, tile, true);
        float[] samples = new float[bands * tile * tile];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = values.at(i / (tile * tile), i % tile, i / tile % tile);
        }
        try (TiledTiffWriter writer =
                new TiledTiffWriter(file, layout, new GeoTiffTags(grid, noData, metadata), List.of())) {
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }

    /** A METADATA.XML with the given centres, all of the same detector. */
    public static String xml(int width, int height, String zone, double... centres) {
        StringBuilder bands = new StringBuilder();
        for (int i = 0; i < centres.length; i++) {
            bands.append("<bandID number=\"").append(i + 1).append("\"><wavelengthCenterOfBand>");
            bands.append(centres[i]).append("</wavelengthCenterOfBand></bandID>");
        }
        return """
                <level_X><base><level>L2A</level><temporalCoverage><startTime>2024-08-15T18:21:44Z</startTime>
                <stopTime>2024-08-15T18:21:48Z</stopTime></temporalCoverage></base>
                <specific><widthOfOrthoScene>WIDTH</widthOfOrthoScene><heightOfOrthoScene>HEIGHT</heightOfOrthoScene>
                <bandCharacterisation>BANDS</bandCharacterisation></specific>
                <product><ortho><projection>ZONE</projection></ortho></product></level_X>
                """.replace("WIDTH", String.valueOf(width))
                .replace("HEIGHT", String.valueOf(height))
                .replace("BANDS", bands)
                .replace("ZONE", zone);
    }
}
