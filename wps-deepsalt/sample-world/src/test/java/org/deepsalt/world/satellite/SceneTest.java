/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.deepsalt.world.land.Landscape;
import org.deepsalt.world.region.Region;
import org.deepsalt.world.satellite.product.ProductName;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final long SEED = 7;
    private static final Instant START = Region.BASIN.overpass();

    private final Landscape landscape = new Landscape(Region.BASIN, SEED);

    @Test
    void theGroundDoesNotDependOnTheSizeOfTheScene() {
        Scene small = new Scene(Region.BASIN, landscape, 48, SEED);
        Scene large = new Scene(Region.BASIN, landscape, 96, SEED);
        for (int column = 0; column < 48; column++) {
            ScenePixel a = small.pixel(column, 5);
            ScenePixel b = large.pixel(column + 24, 29);
            assertThat(b.x()).isEqualTo(a.x());
            assertThat(b.y()).isEqualTo(a.y());
            assertThat(b.soil()).isEqualTo(a.soil());
            assertThat(b.surface()).isEqualTo(a.surface());
            assertThat(b.cover()).isEqualTo(a.cover());
            assertThat(b.sky().cloud()).isEqualTo(a.sky().cloud());
        }
    }

    @Test
    void aPixelIsSeenTheSameInAnyOrder() {
        Scene scene = new Scene(Region.BASIN, landscape, 64, SEED);
        Scene again = new Scene(Region.BASIN, landscape, 64, SEED);
        double[] first = new double[224];
        double[] second = new double[224];
        for (int column = 60; column > 3; column -= 7) {
            again.observe(again.pixel(column, 40), second);
        }
        again.observe(again.pixel(30, 40), second);
        scene.observe(scene.pixel(30, 40), first);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void everySeedHasWaterPlantsCloudsShadowsAndBareSoil() {
        for (long seed = 100; seed < 130; seed++) {
            Scene scene = new Scene(Region.BASIN, new Landscape(Region.BASIN, seed), 128, seed);
            int water = 0;
            int plants = 0;
            int clouds = 0;
            int shadows = 0;
            int saline = 0;
            for (int row = 1; row < 128; row += 3) {
                for (int column = 1; column < 128; column += 3) {
                    ScenePixel pixel = scene.pixel(column, row);
                    if (!pixel.isBackground()) {
                        water += pixel.cover().isWater() ? 1 : 0;
                        plants += pixel.cover().green() > 0.7 ? 1 : 0;
                        clouds += pixel.sky().isCloud() ? 1 : 0;
                        shadows += pixel.sky().isShadow() ? 1 : 0;
                        saline += pixel.isBareSoil() && pixel.soil().ece() > 8 ? 1 : 0;
                    }
                }
            }
            assertThat(new int[] {water, plants, clouds, shadows, saline})
                    .as("water, plants, clouds, shadows and saline soil of seed " + seed)
                    .doesNotContain(0);
        }
    }

    @Test
    void theDatatakeFollowsFromTheSeed() {
        assertThat(ProductName.of(7, START).file("METADATA.XML"))
                .isEqualTo("ENMAP01-____L2A-DT0000000007_20240815T182144Z_001_V010402_20240816T090210Z-METADATA.XML");
        assertThat(ProductName.of(-1, START).base()).contains("DT9999999999_");
        assertThat(ProductName.of(Long.MAX_VALUE, START).base())
                .hasSize(ProductName.of(0, START).base().length());
    }
}
