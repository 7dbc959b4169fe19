/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.world.RealData;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.region.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the bare soils of every region look like soils. */
class RegionSpectraTest {
    private static final int SIZE = 96;

    /** Field surfaces reflect 0.6 to 0.8 of what dry and sieved soil does in the laboratory. */
    private static final double FIELD = 0.7;

    /** The real soils are hardly saline: crusts, which brighten a lake bed beyond them, are left out. In dS/m. */
    private static final double FRESH = 4;

    @ParameterizedTest
    @EnumSource
    void meanOfFreshBareSoilIsWithinTheSpreadOfRealSoils(Region region) throws IOException {
        List<String> real = Files.readAllLines(RealData.file("soils_visnir_mean_sd.csv"));
        long seed = region.seed(7);
        Scene scene = new Scene(region, new Landscape(region, seed), SIZE, seed);
        double[] mean = meanOfFreshSoil(scene);
        for (int wavelength : new int[] {450, 550, 660, 800, 1000, 1250, 1650, 2130, 2206, 2340}) {
            String[] row = real.get(1 + wavelength - 350).split(",", -1);
            assertThat(row[0]).isEqualTo(Integer.toString(wavelength));
            double middle = FIELD * Double.parseDouble(row[1]);
            double spread = FIELD * Double.parseDouble(row[2]);
            assertThat(mean[band(scene, wavelength)])
                    .as("%s at %d nm", region, wavelength)
                    .isBetween(middle - 2 * spread, middle + 2 * spread);
        }
    }

    private static double[] meanOfFreshSoil(Scene scene) {
        double[] sum = new double[scene.bands().count()];
        double[] seen = new double[sum.length];
        int count = 0;
        for (int row = 0; row < SIZE; row += 3) {
            for (int column = 0; column < SIZE; column += 3) {
                ScenePixel pixel = scene.pixel(column, row);
                if (pixel.isBareSoil() && pixel.soil().ece() < FRESH) {
                    scene.observe(pixel, seen);
                    count++;
                    for (int band = 0; band < sum.length; band++) {
                        sum[band] += seen[band];
                    }
                }
            }
        }
        assertThat(count).as("pixels of fresh bare soil").isGreaterThan(50);
        for (int band = 0; band < sum.length; band++) {
            sum[band] /= count;
        }
        return sum;
    }

    private static int band(Scene scene, double wavelength) {
        List<Band> bands = scene.bands().list();
        int nearest = 0;
        for (int i = 1; i < bands.size(); i++) {
            if (Math.abs(bands.get(i).centre() - wavelength)
                    < Math.abs(bands.get(nearest).centre() - wavelength)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
