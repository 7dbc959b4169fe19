/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.deepsalt.raster.RawTiff;
import org.deepsalt.raster.TestImage;
import org.deepsalt.raster.grid.Grid;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures show what the file says: overviews count with their own masks, and no pixel is taken for another one. */
class PictureTest {
    private static final float NONE = Float.NaN;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;

    @TempDir
    Path folder;

    private static RawTiff image() {
        return new RawTiff()
                .image(4, 2, 16, SIGNED, RawTiff.int16(10, 11, 12, 13, 20, 21, 22, 23))
                .noData("11")
                .scale("0.1", "-1");
    }

    private static RawTiff overview(RawTiff tiff) {
        return tiff.image(2, 1, 16, SIGNED, RawTiff.int16(11, 30)).longs(254, 1);
    }

    private static RawTiff mask(RawTiff tiff) {
        return tiff.image(4, 2, 1, UNSIGNED, RawTiff.bytes(0b1111_0000, 0b1110_0000))
                .longs(254, 4)
                .shorts(262, 4);
    }

    @Test
    void anOverviewIsTakenWhereItIsFineEnough() throws Exception {
        Path file = overview(image()).write(folder.resolve("map.tif"));
        assertThat(picture(file, 2)).containsExactly(NONE, 2);
        assertThat(picture(file, 1.9)).containsExactly(0, NONE, 0.2f, 0.3f, 1, 1.1f, 1.2f, 1.3f);
    }

    @Test
    void anOverviewHasAMaskOfItsOwn() throws Exception {
        RawTiff tiff = overview(mask(image()))
                .image(2, 1, 1, UNSIGNED, RawTiff.bytes(0b1000_0000))
                .longs(254, 5)
                .shorts(262, 4);
        assertThat(picture(tiff.write(folder.resolve("map.tif")), 2)).containsExactly(NONE, NONE);
    }

    @Test
    void anOverviewWithoutTheImagesMaskIsPassedOver() throws Exception {
        Path file = overview(mask(image())).write(folder.resolve("map.tif"));
        assertThat(picture(file, 2)).containsExactly(0, NONE, 0.2f, 0.3f, 1, 1.1f, 1.2f, NONE);
    }

    @Test
    void aMaskBesideTheFileIsThatOfTheImageAlone() throws Exception {
        Path file = overview(image()).write(folder.resolve("map.tif"));
        new RawTiff()
                .image(4, 2, 8, UNSIGNED, RawTiff.bytes(255, 255, 255, 255, 255, 255, 255, 0))
                .write(folder.resolve("map.tif.msk"));
        assertThat(picture(file, 2)).containsExactly(0, NONE, 0.2f, 0.3f, 1, 1.1f, 1.2f, NONE);
    }

    @Test
    void aBlockThatAnOverviewLeavesOutHasNoData() throws Exception {
        RawTiff tiff = image().image(2, 1, 16, SIGNED, new byte[0]).longs(254, 1);
        assertThat(picture(tiff.write(folder.resolve("map.tif")), 2)).containsExactly(NONE, NONE);
    }

    @Test
    void anImageOfAnotherKindIsNoOverview() throws Exception {
        RawTiff bytes = image().image(2, 1, 8, UNSIGNED, RawTiff.bytes(99, 99)).longs(254, 1);
        assertThat(picture(bytes.write(folder.resolve("bytes.tif")), 2)).hasSize(8);
        RawTiff shape =
                image().image(2, 3, 16, SIGNED, RawTiff.int16(1, 2, 3, 4, 5, 6)).longs(254, 1);
        assertThat(picture(shape.write(folder.resolve("shape.tif")), 2)).hasSize(8);
        RawTiff page = image().image(2, 1, 16, SIGNED, RawTiff.int16(1, 2)).longs(254, 2);
        assertThat(picture(page.write(folder.resolve("page.tif")), 2)).hasSize(8);
    }

    @Test
    void aSmallPictureOfALargeImageHasThePixelsAtItsCentres() throws Exception {
        TestImage image = new TestImage();
        image.width = 90;
        image.height = 60;
        image.values = (band, column, row) -> 10_000 * band + 100 * row + column;
        Path file = image.write(folder.resolve("large.tif"));
        GeoTiffReader reader = GeoTiffs.reader(file);
        try (RasterSource source = RasterSource.openReduced("large", reader, file, 9)) {
            Grid picture = source.grid().reduced(10, 4);
            float[] values = new WarpedSource(source, new int[] {1, 0}, picture, WarpedSource.Sampling.NEAREST)
                    .read(picture.all());
            for (int i = 0; i < 40; i++) {
                int there = 100 * (15 * (i / 10) + 7) + 9 * (i % 10) + 4;
                assertThat(values[2 * i]).isEqualTo(10_000 + there);
                assertThat(values[2 * i + 1]).isEqualTo(there);
            }
        } finally {
            reader.dispose();
        }
    }

    private static float[] picture(Path file, double step) throws IOException {
        assertThat(Files.size(file)).isPositive();
        GeoTiffReader reader = GeoTiffs.reader(file);
        try (RasterSource source = RasterSource.openReduced("map", reader, file, step)) {
            int[] bands = IntStream.range(0, source.bands()).toArray();
            return new WarpedSource(source, bands, source.grid(), WarpedSource.Sampling.NEAREST)
                    .read(source.grid().all());
        } finally {
            reader.dispose();
        }
    }
}
