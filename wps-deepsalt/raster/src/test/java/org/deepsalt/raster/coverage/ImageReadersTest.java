/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepsalt.raster.geotiff.encode.Reduction;
import org.deepsalt.raster.geotiff.encode.TiffLayout;
import org.deepsalt.raster.geotiff.encode.TiledTiffWriter;
import org.deepsalt.raster.geotiff.tags.GdalMetadata;
import org.deepsalt.raster.geotiff.tags.GeoTiffTags;
import org.deepsalt.raster.geotiff.tags.SampleType;
import org.deepsalt.raster.grid.Grid;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that waits for its garbage collector runs out of file descriptors. */
@EnabledOnOs(OS.LINUX)
class ImageReadersTest {
    private static final int SIDE = 32;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("result.tif");
        Grid grid =
                new Grid(SIDE, SIDE, new AffineTransform(30, 0, 0, -30, 4e5, 4.4e6), CRS.decode("EPSG:32612", true));
        TiffLayout layout = new TiffLayout(SIDE, SIDE, 1, SampleType.FLOAT32, SIDE, false);
        try (TiledTiffWriter writer = new TiledTiffWriter(
                file,
                layout,
                new GeoTiffTags(grid, "nan", new GdalMetadata().put("made_by", "test")),
                List.of(Reduction.NEAREST))) {
            writer.write(0, 0, new float[SIDE * SIDE]);
            writer.finish();
        }
    }

    @Test
    void aResultThatIsDisposedOfIsClosedWhetherItWasReadOrNot() throws IOException {
        ResultCoverage read = ResultCoverage.open(file, List.of("ece"));
        read.getRenderedImage().getData(new Rectangle(0, 0, 2, 2));
        assertThat(timesOpen()).isPositive();
        read.dispose(true);
        assertThat(timesOpen()).isZero();
        ResultCoverage.open(file, List.of("ece")).dispose(true);
        assertThat(timesOpen()).isZero();
    }

    @Test
    void aLayerIsClosedWhicheverWayItWasRead() throws IOException {
        GeoTiffReader reader = GeoTiffs.reader(file);
        try (RasterSource byReader = RasterSource.open("layer", reader);
                RasterSource byFile = RasterSource.open("layer", reader, file)) {
            byReader.read(new Window(0, 0, 2, 2), new int[] {0}, new float[4]);
            byFile.read(new Window(0, 0, 2, 2), new int[] {0}, new float[4]);
            assertThat(timesOpen()).isPositive();
        } finally {
            reader.dispose();
        }
        assertThat(timesOpen()).isZero();
    }

    private long timesOpen() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(this::isFile).count();
        }
    }

    private boolean isFile(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file.toRealPath());
        } catch (IOException e) {
            // The one of the listing itself is closed by now.
            return false;
        }
    }
}
