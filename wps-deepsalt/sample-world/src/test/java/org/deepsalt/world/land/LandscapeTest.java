/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.deepsalt.world.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandscapeTest {
    private static final int PLACES = 20_000;
    private static final EceLaw LAW = new EceLaw(Region.BASIN);

    @ParameterizedTest
    @ValueSource(longs = {1, 7, -3})
    void salinityFollowsTheLawOfTheBasin(long seed) {
        Landscape landscape = new Landscape(Region.BASIN, seed);
        double[] ece = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            ece[i] = landscape.ece(1730.0 * (i % 141) - 120_000, 1810.0 * Math.floorDiv(i, 141) - 130_000);
        }
        Arrays.sort(ece);
        for (int i = 0; i < PLACES; i++) {
            assertThat(LAW.cdf(ece[i])).isCloseTo((i + 0.5) / PLACES, within(0.03));
        }
    }

    @Test
    void lawIsTheFittedMixtureWithMoreSalineSoils() {
        assertThat(LAW.cdf(2.968 / 0.55)).isCloseTo(0.58 + 0.21, within(0.001));
        assertThat(1 - LAW.cdf(4)).isBetween(0.25, 0.32);
        assertThat(LAW.ece(99)).isEqualTo(EceLaw.LARGEST);
        assertThat(LAW.ece(0)).isCloseTo(0.88, within(0.02));
        assertThat(LAW.cdf(LAW.ece(1))).isCloseTo(0.8413, within(1e-3));
    }

    /** The figures of the classes' limits that soil surveyors know. */
    @ParameterizedTest
    @CsvSource({"4, 0.0010", "16, 0.0051", "77, 0.0246"})
    void saltContentFollowsConductivity(double ece, double massFraction) {
        assertThat(SaltContent.massFraction(ece, 21)).isCloseTo(massFraction, within(0.0001));
    }

    @Test
    void oneCompositionCarriesLabelAndSalts() {
        Landscape landscape = new Landscape(Region.BASIN, 7);
        for (int i = 0; i < 500; i++) {
            double x = 977.0 * i;
            double y = -1331.0 * i;
            Composition soil = landscape.soil(x, y);
            assertThat(soil.ece()).isEqualTo(landscape.ece(x, y));
            assertThat(soil.saltTotal()).isCloseTo(SaltContent.massFraction(soil.ece(), soil.clay()), within(1e-12));
            assertThat(new Texture(soil.sand(), soil.clay())).isEqualTo(landscape.texture(x, y));
            assertThat(soil.sand()).isBetween(10.0, 85.0);
            assertThat(soil.clay()).isBetween(5.0, 50.0);
            assertThat(soil.silt()).isPositive();
            assertThat(minerals(soil)).isLessThan(1);
        }
    }

    private static double minerals(Composition soil) {
        return soil.kaolinite()
                + soil.smectite()
                + soil.illite()
                + soil.quartz()
                + soil.carbonate()
                + soil.gypsum()
                + soil.goethite()
                + soil.hematite()
                + soil.organicCarbon() / 1000
                + soil.saltTotal();
    }

    @Test
    void salinityIsOnlyLooselyRelatedToClayAndLowland() {
        Landscape landscape = new Landscape(Region.BASIN, 7);
        double[] salinity = new double[PLACES];
        double[] clay = new double[PLACES];
        double[] lowland = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            double x = 1730.0 * (i % 141);
            double y = 1810.0 * Math.floorDiv(i, 141);
            salinity[i] = StrictMath.log(landscape.ece(x, y));
            clay[i] = landscape.texture(x, y).clay();
            lowland[i] = landscape.lowland(x, y);
        }
        assertThat(correlation(salinity, clay)).isBetween(0.15, 0.5);
        assertThat(correlation(salinity, lowland)).isBetween(0.15, 0.5);
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double product = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            product += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }
        return product / Math.sqrt(squaresA * squaresB);
    }

    @Test
    void coverNeverExceedsTheGround() {
        Landscape landscape = new Landscape(Region.BASIN, 3);
        for (int i = 0; i < 5000; i++) {
            Cover cover = landscape.cover(37.0 * i, 53.0 * i, 1);
            assertThat(cover.water() + cover.green() + cover.dry()).isBetween(0.0, 1 + 1e-9);
        }
    }
}
