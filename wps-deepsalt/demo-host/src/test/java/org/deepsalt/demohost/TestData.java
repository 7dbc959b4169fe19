/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.deepsalt.demohost.publish.NewLayer;
import org.deepsalt.demohost.publish.NewLayerBuilder;
import org.deepsalt.raster.geotiff.encode.Reduction;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;

/** Small files with known content. */
public final class TestData {
    /** West edge of {@link #result} in metres of EPSG:32612. */
    public static final double WEST = 400_000;

    /** North edge of {@link #result}. */
    public static final double NORTH = 4_400_000;

    /** Metres along the side of a pixel. */
    public static final double PIXEL = 30;

    /** Pixels along the side of {@link #result}. */
    public static final int SIDE = 96;

    /** Pixels along the side of a square of one value in {@link #result}. */
    public static final int BLOCK = 16;

    private static final float[] ECE = {1, 3, 6, 12, 20, Float.NaN};
    private static final String[] BANDS = {"ece", "ece_lower", "ece_upper", "dissimilarity", "mask_reason", "ece_width"
    };

    private TestData() {}

    /** What a result of the fixture is called. */
    public static NewLayer publication(String name, boolean overwrite) {
        return NewLayerBuilder.builder()
                .workspace("deepsalt")
                .name(name)
                .title("Salinity <of> a test")
                .description("Known values & places")
                .keywords(List.of("ECe", "test"))
                .style("ece-classes")
                .moreStyles(List.of("ece-ramp", "interval-width", "mask-reasons", "applicability"))
                .overwrite(overwrite)
                .build();
    }

    /** ECe of {@link #result} in a pixel: squares of 1, 3, 6, 12, 20 and NaN side by side. */
    public static float ece(int column, int row) {
        return ECE[(column / BLOCK + row / BLOCK) % ECE.length];
    }

    /** A result with its six bands. */
    public static Path result(Path file) throws IOException, FactoryException {
        return write(file, SampleType.FLOAT32, "nan", "EPSG:32612", BANDS, (band, column, row) -> {
            float ece = ece(column, row);
            return switch (band) {
                case 0 -> ece;
                case 1 -> ece * 0.5f;
                case 2 -> ece * 2;
                case 3 -> Float.isNaN(ece) ? ece : 0.25f;
                case 4 -> Float.isNaN(ece) ? 6 : 0;
                default -> ece * 1.5f;
            };
        });
    }

    /** Value of a band at a pixel. */
    @FunctionalInterface
    public interface Values {
        float at(int band, int column, int row);
    }

    /** An image on the grid of {@link #result}. */
    public static Path write(Path file, SampleType type, String noData, String crs, String[] bands, Values values)
            throws IOException, FactoryException {
        return write(file, type, noData, crs, bands, Map.of(), values);
    }

    /** The same with further tags. */
    public static Path write(
            Path file,
            SampleType type,
            String noData,
            String crs,
            String[] bands,
            Map<String, String> tags,
            Values values)
            throws IOException, FactoryException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        TiffLayout layout = new TiffLayout(SIDE, SIDE, bands.length, type, 32, false);
        GdalMetadata metadata = new GdalMetadata().put("author", "test");
        for (int band = 0; band < bands.length; band++) {
            metadata.put(band, "description", bands[band]);
        }
        metadata.put(0, "unittype", "dS/m");
        tags.forEach(metadata::put);
        Grid grid = new Grid(
                SIDE,
                SIDE,
                new AffineTransform(PIXEL, 0, 0, -PIXEL, WEST, NORTH),
                crs == null ? null : CRS.decode(crs, true));
        List<Reduction> reductions = Collections.nCopies(bands.length, Reduction.NEAREST);
        try (TiledTiffWriter writer =
                new TiledTiffWriter(file, layout, new GeoTiffTags(grid, noData, metadata), reductions)) {
            for (int row = 0; row < layout.tileRows(); row++) {
                for (int column = 0; column < layout.tileColumns(); column++) {
                    writer.write(column, row, tile(layout, column, row, values));
                }
            }
            writer.finish();
        }
        return file;
    }

    private static float[] tile(TiffLayout layout, int column, int row, Values values) {
        int side = layout.tile();
        float[] samples = new float[layout.bands() * side * side];
        int i = 0;
        for (int band = 0; band < layout.bands(); band++) {
            for (int y = row * side; y < (row + 1) * side; y++) {
                for (int x = column * side; x < (column + 1) * side; x++) {
                    samples[i++] = values.at(band, x, y);
                }
            }
        }
        return samples;
    }

    /** Three points near the middle of {@link #result}, of which the second has no ECe. */
    public static Path samples(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.write(
                folder.resolve("ece_samples.properties"),
                List.of(
                        "# laboratory",
                        "_=id:String,ece:Double,depth:Integer,geom:Point:srid=4326",
                        "ece_samples.1=a|4.25|10|POINT (-112.16 39.74)",
                        "ece_samples.2=b \\| c||20|POINT (-112.15 39.735)",
                        "ece_samples.3=ğ|0.5|30|POINT (-112.14 39.73)"),
                StandardCharsets.UTF_8);
    }
}
