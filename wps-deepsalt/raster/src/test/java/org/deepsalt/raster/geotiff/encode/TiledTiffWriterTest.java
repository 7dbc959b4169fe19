/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.geotiff.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.AffineTransform;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.geotiff.tags.TiffTag;
import org.deepsalt.raster.grid.Grid;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.parameter.ParameterValue;
import org.geotools.api.referencing.FactoryException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.GridEnvelope2D;
import org.geotools.coverage.grid.GridGeometry2D;
import org.geotools.coverage.grid.io.AbstractGridFormat;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiledTiffWriterTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, false, 70, 50",
        "FLOAT32, true, 70, 50",
        "INT16, true, 70, 50",
        "INT16, false, 33, 1",
        "UINT8, false, 70, 50",
        "UINT8, true, 1, 1"
    })
    void geoToolsReadsBackWhatWasWritten(SampleType type, boolean interleaved, int width, int height) throws Exception {
        Path file = write(new TiffLayout(width, height, 3, type, 32, interleaved), "image.tif");
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        GridCoverage2D coverage = reader.read(null);
        Raster raster = coverage.getRenderedImage().getData();
        for (int band = 0; band < 3; band++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    assertThat(raster.getSampleFloat(x, y, band)).isEqualTo(value(type, band, x, y));
                }
            }
        }
        assertThat(CRS.lookupEpsgCode(coverage.getCoordinateReferenceSystem2D(), false))
                .isEqualTo(32632);
        assertThat(coverage.getEnvelope2D().getMinX()).isEqualTo(500000);
        assertThat(coverage.getEnvelope2D().getMaxY()).isEqualTo(5000000);
        coverage.dispose(true);
        reader.dispose();
    }

    @Test
    void equalSamplesGiveEqualBytesWhateverTheOrder() throws Exception {
        TiffLayout layout = new TiffLayout(100, 80, 2, SampleType.FLOAT32, 32, false);
        Path forwards = write(layout, "forwards.tif");
        Path backwards = folder.resolve("backwards.tif");
        try (TiledTiffWriter writer = new TiledTiffWriter(backwards, layout, tags(layout), means(layout))) {
            for (int row = layout.tileRows() - 1; row >= 0; row--) {
                for (int column = layout.tileColumns() - 1; column >= 0; column--) {
                    writer.write(column, row, tile(layout, column, row));
                }
            }
            writer.finish();
        }
        assertThat(backwards).hasSameBinaryContentAs(forwards);
    }

    @Test
    void nothingRemainsOfAFileThatIsNotFinished() throws Exception {
        TiffLayout layout = new TiffLayout(100, 80, 2, SampleType.FLOAT32, 32, false);
        try (TiledTiffWriter writer =
                new TiledTiffWriter(folder.resolve("never.tif"), layout, tags(layout), means(layout))) {
            writer.write(0, 0, tile(layout, 0, 0));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void overviewsHalveTheImageAndLeaveOutMissingValues() throws Exception {
        TiffLayout layout = new TiffLayout(129, 16, 1, SampleType.FLOAT32, 48, false);
        Path file = write(layout, "overview.tif");
        TiffFile tiff = TiffFile.open(file);
        assertThat(tiff.directories())
                .extracting(one -> one.number(TiffTag.IMAGE_WIDTH))
                .containsExactly(129L, 65L, 33L);
        assertThat(tiff.directories())
                .extracting(one -> one.number(TiffTag.IMAGE_LENGTH))
                .containsExactly(16L, 8L, 4L);
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        GeneralParameterValue[] half = {gridOf(65, 8, reader)};
        Raster overview = reader.read(half).getRenderedImage().getData();
        assertThat(overview.getWidth()).isEqualTo(65);
        float byHand = (value(SampleType.FLOAT32, 0, 6, 4)
                        + value(SampleType.FLOAT32, 0, 7, 4)
                        + value(SampleType.FLOAT32, 0, 6, 5)
                        + value(SampleType.FLOAT32, 0, 7, 5))
                / 4;
        assertThat(overview.getSampleFloat(3, 2, 0)).isCloseTo(byHand, within(1e-4f));
        assertThat(overview.getSampleFloat(64, 2, 0))
                .isCloseTo(
                        (value(SampleType.FLOAT32, 0, 128, 4) + value(SampleType.FLOAT32, 0, 128, 5)) / 2,
                        within(1e-4f));
        reader.dispose();
        assertThat(Reduction.MEAN.of(Float.NaN, 9, 1, 1)).isEqualTo(11 / 3f);
        assertThat(Reduction.MEAN.of(Float.NaN, Float.NaN, Float.NaN, Float.NaN))
                .isNaN();
        assertThat(Reduction.NEAREST.of(4, 9, 1, 1)).isEqualTo(4);
    }

    private static ParameterValue<GridGeometry2D> gridOf(int columns, int rows, GeoTiffReader reader) {
        ParameterValue<GridGeometry2D> geometry = AbstractGridFormat.READ_GRIDGEOMETRY2D.createValue();
        geometry.setValue(new GridGeometry2D(new GridEnvelope2D(0, 0, columns, rows), reader.getOriginalEnvelope()));
        return geometry;
    }

    private Path write(TiffLayout layout, String name) throws IOException, FactoryException {
        Path file = folder.resolve(name);
        try (TiledTiffWriter writer = new TiledTiffWriter(file, layout, tags(layout), means(layout))) {
            for (int row = 0; row < layout.tileRows(); row++) {
                for (int column = 0; column < layout.tileColumns(); column++) {
                    writer.write(column, row, tile(layout, column, row));
                }
            }
            writer.finish();
        }
        return file;
    }

    private static List<Reduction> means(TiffLayout layout) {
        return Collections.nCopies(layout.bands(), Reduction.MEAN);
    }

    private static GeoTiffTags tags(TiffLayout layout) throws FactoryException {
        AffineTransform toCrs = new AffineTransform(30, 0, 0, -30, 500000, 5000000);
        Grid grid = new Grid(layout.width(), layout.height(), toCrs, CRS.decode("EPSG:32632", true));
        GdalMetadata metadata = new GdalMetadata().put("author", "a < b & c").put(0, "description", "first");
        return new GeoTiffTags(grid, "-32768", metadata);
    }

    private static float[] tile(TiffLayout layout, int column, int row) {
        int side = layout.tile();
        float[] samples = new float[layout.bands() * side * side];
        for (int band = 0; band < layout.bands(); band++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    samples[(band * side + y) * side + x] =
                            value(layout.type(), band, column * side + x, row * side + y);
                }
            }
        }
        return samples;
    }

    private static float value(SampleType type, int band, int x, int y) {
        int number = 7 * x + 13 * y + 29 * band;
        return switch (type) {
            case UINT8 -> number % 256;
            case INT16 -> number - 500;
            case FLOAT32 -> number / 7f;
        };
    }
}
