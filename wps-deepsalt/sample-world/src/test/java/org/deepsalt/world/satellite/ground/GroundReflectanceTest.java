/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.deepsalt.model.spectra.BandMatch;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.world.land.Composition;
import org.deepsalt.world.land.CompositionBuilder;
import org.deepsalt.world.land.Cover;
import org.deepsalt.world.land.Salt;
import org.deepsalt.world.land.SurfaceState;
import org.deepsalt.world.satellite.EnmapBands;
import org.junit.jupiter.api.Test;

class GroundReflectanceTest {
    private static final SurfaceState DRY = new SurfaceState(15, 0, 0, 1);
    private static final Cover BARE = new Cover(0, 0, 0);
    private static final EnmapBands BANDS = EnmapBands.read();
    private static final GroundReflectance GROUND =
            new GroundReflectance(new BandResponse(BANDS.list()), new SpectralTable());

    @Test
    void tableHoldsTheBandsOfTheMission() {
        assertThat(BANDS.list()).hasSize(224).isSortedAccordingTo((a, b) -> Double.compare(a.centre(), b.centre()));
        assertThat(BANDS.list().stream().filter(band -> band.detector() == Detector.VNIR))
                .hasSize(91);
        assertThat(BANDS.list().get(79).detector()).isEqualTo(Detector.SWIR);
        assertThat(BANDS.list().get(80).detector()).isEqualTo(Detector.VNIR);
        for (int band = 0; band < 224; band++) {
            assertThat(BANDS.filled()[band]).isEqualTo(band >= 129 && band < 135);
        }
    }

    @Test
    void plantsHaveTheirRedEdge() {
        double[] field = reflectance(soil(0, null), DRY, new Cover(0, 0.9, 0));
        assertThat(at(field, 750)).isGreaterThan(5 * at(field, 680));
        assertThat(at(field, 800) - at(field, 750)).isLessThan(0.1);
        assertThat(ndvi(field)).isGreaterThan(0.6);
        assertThat(ndvi(reflectance(soil(0, null), DRY, BARE))).isLessThan(0.24);
    }

    @Test
    void waterIsDarkBeyondTheVisible() {
        double[] river = reflectance(soil(0, null), DRY, new Cover(1, 0, 0));
        assertThat(at(river, 560)).isGreaterThan(0.05);
        assertThat(at(river, 1000)).isLessThan(0.02);
        assertThat(at(river, 2200)).isLessThan(0.02);
    }

    @Test
    void gypsumDeepensItsBandAt1750() {
        double none = depthAt1750(soil(0, null));
        assertThat(depthAt1750(soil(0.004, Salt.SODIUM_CHLORIDE))).isLessThan(none + 0.01);
        assertThat(depthAt1750(soil(0.004, Salt.GYPSUM))).isGreaterThan(none + 0.03);
        assertThat(depthAt1750(soil(0.012, Salt.GYPSUM))).isGreaterThan(depthAt1750(soil(0.004, Salt.GYPSUM)) + 0.02);
    }

    /** Depth of the band of gypsum below the line between its shoulders, in a gap of the product left aside. */
    private static double depthAt1750(Composition soil) {
        double[] spectrum = reflectance(soil, DRY, BARE);
        return 1 - at(spectrum, 1750) / at(spectrum, 1690);
    }

    @Test
    void crustsBrightenAndHideTheClay() {
        double[] fresh = reflectance(soil(0, null), DRY, BARE);
        double[] crust = reflectance(soil(0.01, Salt.SODIUM_CHLORIDE), DRY, BARE);
        assertThat(at(crust, 500)).isGreaterThan(1.3 * at(fresh, 500));
        assertThat(clayDepth(crust)).isLessThan(clayDepth(fresh));
        double[] wet = reflectance(soil(0.01, Salt.CHLORIDES), DRY, BARE);
        assertThat(at(wet, 1000)).isLessThan(at(crust, 1000));
        assertThat(at(wet, 1950) / at(wet, 1700)).isLessThan(at(crust, 1950) / at(crust, 1700));
    }

    private static double clayDepth(double[] spectrum) {
        return 1 - at(spectrum, 2206) / (0.5 * at(spectrum, 2130) + 0.5 * at(spectrum, 2260));
    }

    @Test
    void moistureDarkensMostWhereWaterAbsorbs() {
        double[] dry = reflectance(soil(0, null), DRY, BARE);
        double[] moist = reflectance(soil(0, null), new SurfaceState(15, 0.005, 0.5, 1), BARE);
        assertThat(at(moist, 800) / at(dry, 800)).isBetween(0.7, 0.98);
        assertThat(at(moist, 1950) / at(dry, 1950)).isLessThan(at(moist, 1650) / at(dry, 1650) - 0.1);
    }

    @Test
    void bandsSeeTheMeanUnderTheirResponse() {
        BandResponse response = new BandResponse(BANDS.list());
        double[] line = response.of(wavelength -> 2 * wavelength + 1);
        for (int band = 0; band < line.length; band++) {
            assertThat(line[band]).isCloseTo(2 * BANDS.list().get(band).centre() + 1, within(0.05));
        }
    }

    private static double ndvi(double[] spectrum) {
        return (at(spectrum, 800) - at(spectrum, 660)) / (at(spectrum, 800) + at(spectrum, 660));
    }

    private static double[] reflectance(Composition soil, SurfaceState surface, Cover cover) {
        double[] spectrum = new double[BANDS.count()];
        GROUND.of(soil, surface, cover, spectrum);
        return spectrum;
    }

    private static double at(double[] spectrum, double wavelength) {
        boolean[] usable = new boolean[spectrum.length];
        java.util.Arrays.fill(usable, true);
        return spectrum[BandMatch.nearest(wavelength, BANDS.list(), usable, 15)];
    }

    /** A loam with a mass fraction of one salt. */
    static Composition soil(double massFraction, Salt only) {
        Map<Salt, Double> salts = new EnumMap<>(Salt.class);
        for (Salt salt : Salt.values()) {
            salts.put(salt, salt == only ? massFraction : 0);
        }
        return CompositionBuilder.builder()
                .sand(40)
                .clay(25)
                .kaolinite(0.07)
                .smectite(0.09)
                .illite(0.06)
                .quartz(0.33)
                .carbonate(0.06)
                .gypsum(0)
                .goethite(0.009)
                .hematite(0.005)
                .organicCarbon(7)
                .tone(0)
                .ece(1)
                .salts(salts)
                .build();
    }
}
