/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.world.satellite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deepsalt.model.spectra.Band;
import org.deepsalt.model.spectra.Detector;
import org.deepsalt.world.region.Region;
import org.junit.jupiter.api.Test;

class OverpassTest {
    private static final List<Band> BANDS = EnmapBands.read().list();

    @Test
    void theBasinIsTheReference() {
        Overpass overpass = new Overpass(Region.BASIN, 3);
        assertThat(overpass.drifted(EnmapBands.read()).list()).isEqualTo(BANDS);
        assertThat(overpass.calibration(BANDS)).containsOnly(1);
        assertThat(Arrays.stream(overpass.haze(BANDS)).map(Math::abs).sum()).isZero();
        assertThat(Math.abs(overpass.vapour())).isZero();
    }

    @Test
    void errorsOfManyScenesAreThoseOfAGoodProduct() {
        double gains = 0;
        double drifts = 0;
        for (int seed = 0; seed < 400; seed++) {
            Overpass overpass = new Overpass(Region.LOESS, seed);
            double gain = overpass.calibration(BANDS)[20] - 1;
            double drift = overpass.drifted(EnmapBands.read()).list().get(20).centre()
                    - BANDS.get(20).centre();
            assertThat(Math.abs(gain)).isLessThan(0.04);
            assertThat(Math.abs(drift)).isLessThan(0.0605);
            assertThat(Math.abs(overpass.haze(BANDS)[0])).isLessThan(0.008);
            assertThat(Math.abs(overpass.haze(BANDS)[223])).isLessThan(0.001);
            assertThat(Math.abs(overpass.vapour())).isLessThanOrEqualTo(2);
            gains += gain * gain / 400;
            drifts += drift * drift / 400;
        }
        assertThat(Math.sqrt(gains)).isCloseTo(0.0105, within(0.0015));
        assertThat(Math.sqrt(drifts)).isCloseTo(0.029, within(0.004));
    }

    @Test
    void detectorsDriftAloneAndBandsOfOneDriftTogether() {
        List<Band> drifted =
                new Overpass(Region.LOESS, 3).drifted(EnmapBands.read()).list();
        for (Detector detector : Detector.values()) {
            double[] drifts = new double[224];
            int count = 0;
            for (int band = 0; band < 224; band++) {
                if (drifted.get(band).detector() == detector) {
                    drifts[count++] =
                            drifted.get(band).centre() - BANDS.get(band).centre();
                }
            }
            for (int i = 1; i < count; i++) {
                assertThat(drifts[i]).isCloseTo(drifts[0], within(1e-9));
            }
        }
        double vnir = drifted.get(0).centre() - BANDS.get(0).centre();
        double swir = drifted.get(223).centre() - BANDS.get(223).centre();
        assertThat(Math.abs(vnir - swir)).isGreaterThan(0.001);
    }

    @Test
    void neighbouringBandsErrAlike() {
        double[] factors = new Overpass(Region.ALLUVIUM, 4).calibration(BANDS);
        assertThat(Math.abs(factors[31] - factors[30])).isLessThan(0.003);
        assertThat(factors).doesNotContain(1).isNotEqualTo(new Overpass(Region.ALLUVIUM, 5).calibration(BANDS));
    }
}
