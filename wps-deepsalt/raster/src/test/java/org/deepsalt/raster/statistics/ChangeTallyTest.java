/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChangeTallyTest {
    private static final float NAN = Float.NaN;

    /** More, less, overlapping, touching, missing at the earlier, missing at the later date, one bound missing. */
    private static final float[][] VALUES = {
        {2, 9, 4, 4, NAN, 4, 4},
        {1, 8, 3, 3, NAN, 3, 3},
        {3, 10, 5, 5, NAN, 5, 5},
        {6, 4, 5, 7, 4, NAN, 9},
        {5, 3, 4, 5, 3, NAN, NAN},
        {7, 5, 6, 9, 5, NAN, 11},
    };

    @Test
    void onlyIntervalsThatDoNotMeetTellAChange() {
        ChangeTally tally = new ChangeTally();
        for (int at = 0; at < VALUES[0].length; at++) {
            tally.count(VALUES, at, 100 * (at + 1));
        }
        assertThat(tally.pixels()).isEqualTo(4);
        assertThat(tally.compared()).isEqualTo(1000);
        assertThat(tally.more()).isEqualTo(100);
        assertThat(tally.less()).isEqualTo(200);
        assertThat(tally.untold()).isEqualTo(700);
        assertThat(tally.meanDifference()).isCloseTo((4 * 100 - 5 * 200 + 1 * 300 + 3 * 400) / 1000.0, within(1e-12));
    }

    @Test
    void nothingComparedHasNoMean() {
        assertThat(new ChangeTally().meanDifference()).isNaN();
        assertThat(new ChangeTally().untold()).isZero();
    }
}
