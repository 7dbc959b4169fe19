/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deepsalt.raster.geotiff.encode.Reduction;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.deepsalt.raster.grid.WindowPlan;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileAssemblyTest {
    private static final int SIDE = 32;
    private static final int BANDS = 2;
    private static final Window AREA = new Window(40, 10, 100, 70);

    @TempDir
    Path folder;

    @Test
    void theFileDoesNotDependOnTheWindows() throws Exception {
        Path tiles = write("tiles.tif", AREA.tiles(SIDE));
        List<Window> rows = new ArrayList<>();
        for (int y = AREA.y(); y < AREA.y() + AREA.height(); y += 7) {
            rows.add(new Window(AREA.x(), y, AREA.width(), 7));
        }
        assertThat(write("rows.tif", rows)).hasSameBinaryContentAs(tiles);
        Collections.reverse(rows);
        assertThat(write("upwards.tif", rows)).hasSameBinaryContentAs(tiles);
        List<Window> blocks = WindowPlan.of(AREA, 48, 48, SIDE).windows(AREA);
        assertThat(write("blocks.tif", blocks)).hasSameBinaryContentAs(tiles);
    }

    private Path write(String name, List<Window> windows) throws Exception {
        Path file = folder.resolve(name);
        TiffLayout layout = new TiffLayout(AREA.width(), AREA.height(), BANDS, SampleType.FLOAT32, SIDE, false);
        AffineTransform place = new AffineTransform(30, 0, 0, -30, 500_000, 4_300_000);
        Grid grid = new Grid(AREA.width(), AREA.height(), place, CRS.decode("EPSG:32612", true));
        GeoTiffTags tags = new GeoTiffTags(grid, "nan", new GdalMetadata());
        List<Reduction> means = Collections.nCopies(BANDS, Reduction.MEAN);
        try (TiledTiffWriter writer = new TiledTiffWriter(file, layout, tags, means)) {
            TileAssembly tiles = new TileAssembly(writer, AREA, SIDE, BANDS);
            for (Window window : windows) {
                tiles.add(window, samples(window));
            }
            writer.finish();
        }
        return file;
    }

    private static float[] samples(Window window) {
        float[] samples = new float[BANDS * window.pixels()];
        for (int i = 0; i < samples.length; i++) {
            int pixel = i % window.pixels();
            int x = window.x() + pixel % window.width();
            int y = window.y() + pixel / window.width();
            samples[i] = 1000 * (i / window.pixels()) + 3 * x + 5 * y;
        }
        return samples;
    }
}
