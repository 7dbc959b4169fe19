/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.raster.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.deepsalt.model.metrics.SalinityClass;
import org.junit.jupiter.api.Test;

class SalinityTallyTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    private final SalinityTally tally = new SalinityTally();

    /** Weights 1, 1, 2 on 1, 3, 8: mean 20 / 4 = 5, variance (16 + 4 + 2 * 9) / 4 = 9.5. */
    @Test
    void figuresAreWeightedByArea() {
        tally.count(1, 100);
        tally.count(3, 100);
        tally.count(Float.NaN, 1000);
        tally.count(8, 200);
        assertThat(tally.pixels()).isEqualTo(4);
        assertThat(tally.valid()).isEqualTo(3);
        assertThat(tally.area()).isEqualTo(1400);
        assertThat(tally.validArea()).isEqualTo(400);
        assertThat(tally.mean()).isEqualTo(5, CLOSE);
        assertThat(tally.standardDeviation()).isEqualTo(Math.sqrt(9.5), CLOSE);
        assertThat(tally.minimum()).isEqualTo(1);
        assertThat(tally.maximum()).isEqualTo(8);
        assertThat(tally.median()).isEqualTo(3, within(0.005 * 4));
    }

    @Test
    void boundsBelongToTheClassAbove() {
        for (float ece : new float[] {0, 1.9999f, 2, 3.9999f, 4, 8, 15.9999f, 16, 1e9f}) {
            tally.count(ece, 10);
        }
        assertThat(tally.pixels(SalinityClass.NON_SALINE)).isEqualTo(2);
        assertThat(tally.pixels(SalinityClass.SLIGHT)).isEqualTo(2);
        assertThat(tally.pixels(SalinityClass.MODERATE)).isEqualTo(1);
        assertThat(tally.pixels(SalinityClass.STRONG)).isEqualTo(2);
        assertThat(tally.pixels(SalinityClass.VERY_STRONG)).isEqualTo(2);
        assertThat(tally.area(SalinityClass.STRONG)).isEqualTo(20);
    }

    @Test
    void noPixelHasNoFigures() {
        tally.count(Float.NaN, 900);
        assertThat(tally.mean()).isNaN();
        assertThat(tally.median()).isNaN();
        assertThat(tally.standardDeviation()).isNaN();
        assertThat(tally.minimum()).isNaN();
        assertThat(tally.area()).isEqualTo(900);
    }

    @Test
    void alikeValuesDoNotDeviate() {
        for (int i = 0; i < 100_000; i++) {
            tally.count(7.3f, 900);
        }
        assertThat(tally.standardDeviation()).isLessThan(1e-6);
        assertThat(tally.median()).isEqualTo(7.3f);
    }
}
