/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.AffineTransform;
import java.nio.file.Path;
import java.util.List;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterSourceBandsTest {
    private static final int SIDE = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void chosenBandsKeepTheirNumbers(boolean interleaved) throws Exception {
        GeoTiffReader reader = new GeoTiffReader(write(interleaved).toFile());
        Grid grid = RasterSource.gridOf(reader);
        try (RasterSource source = RasterSource.open("image", reader, grid.bounds(), SIDE, SIDE, new int[] {3, 1, 3})) {
            float[] values = new float[6];
            source.read(new Window(2, 1, 2, 1), new int[] {1, 3, 1}, values);
            assertThat(values).containsExactly(102, 302, 102, 103, 303, 103);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aBandThatWasNotOpenedIsRefused() throws Exception {
        GeoTiffReader reader = new GeoTiffReader(write(false).toFile());
        Grid grid = RasterSource.gridOf(reader);
        try (RasterSource source = RasterSource.open("image", reader, grid.bounds(), SIDE, SIDE, new int[] {2})) {
            assertThatThrownBy(() -> source.read(new Window(0, 0, 1, 1), new int[] {0}, new float[1]))
                    .hasMessageContaining("band 0 of layer 'image' was not opened: [2]");
        } finally {
            reader.dispose();
        }
    }

    private Path write(boolean interleaved) throws Exception {
        Path file = folder.resolve("image.tif");
        TiffLayout layout = new TiffLayout(SIDE, SIDE, 4, SampleType.FLOAT32, SIDE, interleaved);
        Grid grid = new Grid(SIDE, SIDE, new AffineTransform(30, 0, 0, -30, 0, 0), CRS.decode("EPSG:32632", true));
        float[] samples = new float[4 * SIDE * SIDE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = 100 * (i / (SIDE * SIDE)) + i % SIDE;
        }
        GeoTiffTags tags = new GeoTiffTags(grid, "nan", new GdalMetadata().put("author", "test"));
        try (TiledTiffWriter writer = new TiledTiffWriter(file, layout, tags, List.of())) {
            writer.write(0, 0, samples);
            writer.finish();
        }
        return file;
    }
}
