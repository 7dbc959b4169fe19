/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.demohost;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.deepsalt.model.Progress;
import org.deepsalt.raster.geotiff.decode.TiffFile;
import org.deepsalt.world.SampleWorld;
import org.deepsalt.world.WorldOptions;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample world of the project is what {@code ./deepsalt sample --size 128 --seed 7} makes. Pixels are compared, not
 * bytes, because compressors differ from one Java to another.
 */
class SampleLayersTest {
    @TempDir
    Path folder;

    @Test
    void theSameSeedMakesTheSameWorld() throws IOException {
        Path again = folder.resolve("world");
        SampleWorld.write(new WorldOptions(128, 7, again), Progress.SILENT);
        List<String> names = names(ShippedData.SAMPLE_LAYERS);
        assertThat(names(again)).isEqualTo(names);
        for (String name : names) {
            compare(ShippedData.SAMPLE_LAYERS.resolve(name), again.resolve(name));
        }
    }

    private static List<String> names(Path world) throws IOException {
        try (Stream<Path> files = Files.walk(world)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> world.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static void compare(Path shipped, Path again) throws IOException {
        if (shipped.toString().matches(".*\\.(TIF|tif)")) {
            comparePixels(shipped, again);
        } else if (shipped.toString().endsWith(".gz")) {
            assertThat(unpacked(again)).as("%s", shipped).isEqualTo(unpacked(shipped));
        } else {
            assertThat(again).hasSameBinaryContentAs(shipped);
        }
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static void comparePixels(Path shipped, Path again) throws IOException {
        assertThat(TiffFile.open(again).gdalMetadata())
                .usingRecursiveComparison()
                .isEqualTo(TiffFile.open(shipped).gdalMetadata());
        GeoTiffReader one = new GeoTiffReader(shipped.toFile());
        GeoTiffReader two = new GeoTiffReader(again.toFile());
        GridCoverage2D left = one.read(null);
        GridCoverage2D right = two.read(null);
        try {
            assertThat(right.getEnvelope()).isEqualTo(left.getEnvelope());
            Raster a = left.getRenderedImage().getData();
            Raster b = right.getRenderedImage().getData();
            assertThat(b.getBounds()).isEqualTo(a.getBounds());
            for (int row = 0; row < a.getHeight(); row++) {
                assertThat(b.getPixels(0, row, a.getWidth(), 1, (float[]) null))
                        .as("row %d of %s", row, shipped)
                        .isEqualTo(a.getPixels(0, row, a.getWidth(), 1, (float[]) null));
            }
        } finally {
            left.dispose(true);
            right.dispose(true);
            one.dispose();
            two.dispose();
        }
    }
}
