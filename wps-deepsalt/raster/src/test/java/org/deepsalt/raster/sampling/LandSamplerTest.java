/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepsalt.model.Progress;
import org.deepsalt.model.pixels.Pixels;
import org.deepsalt.raster.TestImage;
import org.deepsalt.raster.scene.CovariateStack;
import org.deepsalt.raster.scene.MaskRules;
import org.deepsalt.raster.scene.PixelReader;
import org.deepsalt.raster.scene.Scene;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image of 256 x 128 pixels, eight windows; its left half has no values. */
class LandSamplerTest {
    private static final int WIDTH = 256;
    private static final int BARE = 128 * 128;

    @TempDir
    Path folder;

    @Test
    void pixelsAreBareAndComeFromAllOverTheScene() throws Exception {
        Pixels drawn = sample(400, 1);
        assertThat(drawn.size()).isEqualTo(400);
        Set<Integer> quarters = Set.copyOf(IntStream.range(0, drawn.size())
                .map(i -> column(drawn, i) / 64)
                .boxed()
                .toList());
        assertThat(quarters).containsExactlyInAnyOrder(2, 3);
        assertThat(IntStream.range(0, drawn.size())
                        .mapToObj(i -> drawn.coordinates().longitude()[i] + " "
                                + drawn.coordinates().latitude()[i]))
                .doesNotHaveDuplicates();
    }

    @Test
    void theSeedChooses() throws Exception {
        assertThat(sample(100, 1).reflectance().values())
                .isEqualTo(sample(100, 1).reflectance().values())
                .isNotEqualTo(sample(100, 2).reflectance().values());
    }

    @Test
    void thereAreNoMoreThanBarePixels() throws Exception {
        assertThat(sample(10 * BARE, 1).size()).isEqualTo(BARE);
    }

    /** The first band is the number of the column. */
    private static int column(Pixels pixels, int row) {
        return Math.round(pixels.reflectance().get(row, 0) * 10_000 - 1000);
    }

    private Pixels sample(int most, long seed) throws Exception {
        TestImage image = new TestImage().tag("wavelength", "560", "660", "800", "840", "1610");
        image.width = WIDTH;
        image.height = 128;
        image.values = (band, column, row) -> column < WIDTH / 2 ? -32768 : band == 0 ? 1000 + column : 2000;
        Path file = image.write(folder.resolve("scene.tif"));
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (Scene scene = Scene.open("scene", reader, file, List.of())) {
            PixelReader pixels = new PixelReader(
                    scene,
                    new CovariateStack(scene.grid(), List.of()),
                    MaskRules.STANDARD,
                    new ArrayList<>(scene.usableBands()),
                    0);
            return LandSampler.sample(List.of(pixels), most, scene.usableBands().size(), seed, Progress.SILENT);
        } finally {
            reader.dispose();
        }
    }
}
