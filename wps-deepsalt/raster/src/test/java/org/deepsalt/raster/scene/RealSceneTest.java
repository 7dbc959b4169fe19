/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.raster.RealData;
import org.deepsalt.raster.enmap.SpectralBand;
import org.deepsalt.raster.grid.Window;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Four tiles of Potsdam, whose file lists one detector after the other. */
class RealSceneTest {
    private static final MaskReason[] REASONS = MaskReason.values();

    @ParameterizedTest
    @ValueSource(strings = {"128_96", "128_128", "160_96", "160_128"})
    void bandsLandOnTheirWavelengths(String tile) throws IOException {
        Path file = RealData.file("enmap/enmap_potsdam_tile_" + tile + ".tif");
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (Scene scene = Scene.open("potsdam", reader, file, List.of())) {
            List<SpectralBand> bands = scene.bands();
            assertThat(bands).hasSize(224);
            assertThat(bands.get(0).band()).isEqualTo(new Band(418.24, 6.99561, Detector.VNIR));
            assertThat(bands.get(91).band().detector()).isEqualTo(Detector.SWIR);
            assertThat(bands.get(0).gain()).isEqualTo(1e-4);

            List<Band> ascending = scene.usableBands().stream()
                    .sorted(java.util.Comparator.comparingDouble(Band::centre))
                    .toList();
            PixelReader pixels = new PixelReader(
                    scene,
                    new CovariateStack(scene.grid(), List.of(new CovariateStack.Origin.Constant(1))),
                    new MaskRules(1, 1, 1, 1, 0, QualityRules.STANDARD),
                    ascending,
                    2.5);
            PixelReader.Pixels all = pixels.read(new Window(0, 0, 32, 32));
            assertThat(all.count()).isGreaterThan(900);
            assertThat(redEdge(all, ascending)).isBetween(680.0, 750.0);
        } finally {
            reader.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"128_96", "128_128", "160_96", "160_128"})
    void vegetationAndWaterAreMasked(String tile) throws IOException {
        Path file = RealData.file("enmap/enmap_potsdam_tile_" + tile + ".tif");
        GeoTiffReader reader = new GeoTiffReader(file.toFile());
        try (Scene scene = Scene.open("potsdam", reader, file, List.of())) {
            PixelReader pixels = new PixelReader(
                    scene, new CovariateStack(scene.grid(), List.of()), MaskRules.STANDARD, scene.usableBands(), 2.5);
            Map<MaskReason, Integer> counts = new EnumMap<>(MaskReason.class);
            for (byte reason : pixels.read(new Window(0, 0, 32, 32)).reasons()) {
                counts.merge(REASONS[reason], 1, Integer::sum);
            }
            assertThat(counts.get(MaskReason.VEGETATION)).isGreaterThan(600);
            assertThat(counts.get(MaskReason.WATER)).isGreaterThan(40);
            assertThat(counts).doesNotContainKey(MaskReason.BAD_INPUT);
        } finally {
            reader.dispose();
        }
    }

    /** Where the reflectance of the greenest pixel is halfway from red to near infrared. */
    private static double redEdge(PixelReader.Pixels pixels, List<Band> bands) {
        int red = nearest(bands, 660);
        int infrared = nearest(bands, 800);
        int greenest = 0;
        double highest = -1;
        for (int i = 0; i < pixels.count(); i++) {
            float r = pixels.rows()[i * pixels.columns() + red];
            float n = pixels.rows()[i * pixels.columns() + infrared];
            if ((n - r) / (n + r) > highest) {
                highest = (n - r) / (n + r);
                greenest = i;
            }
        }
        assertThat(highest).isGreaterThan(0.6);
        int at = greenest * pixels.columns();
        float halfway = (pixels.rows()[at + red] + pixels.rows()[at + infrared]) / 2;
        int band = red;
        while (pixels.rows()[at + band] < halfway) {
            band++;
        }
        return bands.get(band).centre();
    }

    private static int nearest(List<Band> bands, double wavelength) {
        int best = 0;
        for (int i = 1; i < bands.size(); i++) {
            if (Math.abs(bands.get(i).centre() - wavelength)
                    < Math.abs(bands.get(best).centre() - wavelength)) {
                best = i;
            }
        }
        return best;
    }
}
