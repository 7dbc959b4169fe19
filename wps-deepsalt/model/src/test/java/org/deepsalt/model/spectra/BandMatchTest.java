/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.spectra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deepsalt.model.DeepSaltException;
import org.junit.jupiter.api.Test;

class BandMatchTest {
    private static final List<Band> WANTED =
            List.of(new Band(500, 7), new Band(911.715, 9, Detector.VNIR), new Band(911.872, 9, Detector.SWIR));

    @Test
    void bandsAreFoundByWavelengthWhateverTheirOrder() {
        List<Band> offered = List.of(
                new Band(911.9, 9, Detector.SWIR),
                new Band(700, 7),
                new Band(500.04, 7),
                new Band(911.7, 9, Detector.VNIR));
        assertThat(BandMatch.find(WANTED, offered, usable(4), 2.5)).containsExactly(2, 3, 0);
    }

    @Test
    void theOtherDetectorsBandIsNeverTakenWhereBothAreKnown() {
        List<Band> offered = List.of(new Band(500, 7), new Band(911.872, 9, Detector.SWIR));
        assertThatThrownBy(() -> BandMatch.find(WANTED, offered, usable(2), 2.5))
                .isInstanceOf(DeepSaltException.class)
                .hasMessageContaining("1 of the 3 bands")
                .hasMessageContaining("911.7 nm");
    }

    @Test
    void unknownDetectorsAreMatchedByWavelengthAlone() {
        List<Band> offered = List.of(new Band(911.8, 9), new Band(500, 7));
        assertThat(BandMatch.find(WANTED, offered, usable(2), 2.5)).containsExactly(1, 0, 0);
    }

    @Test
    void bandsWithoutDataDoNotCount() {
        List<Band> offered = List.of(new Band(1400, 10), new Band(1405, 10));
        boolean[] usable = {true, false};
        assertThat(BandMatch.nearest(1405, offered, usable, 15)).isZero();
        assertThatThrownBy(() -> BandMatch.find(List.of(new Band(1405, 10)), offered, usable, 2.5))
                .hasMessageContaining("none within 2.5 nm of 1405.0 nm");
    }

    @Test
    void ofTwoBandsEquallyNearTheOrderDecidesNothing() {
        Band vnir = new Band(911.7, 9, Detector.VNIR);
        Band swir = new Band(911.9, 9, Detector.SWIR);
        Band shorter = new Band(911.7, 9);
        Band longer = new Band(911.9, 9);
        List<Band> middle = List.of(new Band(911.8, 9));
        assertThat(BandMatch.find(middle, List.of(vnir, swir), usable(2), 2.5)).containsExactly(1);
        assertThat(BandMatch.find(middle, List.of(swir, vnir), usable(2), 2.5)).containsExactly(0);
        assertThat(BandMatch.find(middle, List.of(shorter, longer), usable(2), 2.5))
                .containsExactly(0);
        assertThat(BandMatch.find(middle, List.of(longer, shorter), usable(2), 2.5))
                .containsExactly(1);
    }

    @Test
    void manyMissingBandsAreCountedNotListed() {
        List<Band> wanted =
                List.of(new Band(1, 1), new Band(2, 1), new Band(3, 1), new Band(4, 1), new Band(5, 1), new Band(6, 1));
        assertThatThrownBy(() -> BandMatch.find(wanted, List.of(new Band(99, 1)), usable(1), 0.1))
                .hasMessageContaining("1.0, 2.0, 3.0, 4.0 and 2 more");
    }

    private static boolean[] usable(int count) {
        boolean[] all = new boolean[count];
        java.util.Arrays.fill(all, true);
        return all;
    }
}
