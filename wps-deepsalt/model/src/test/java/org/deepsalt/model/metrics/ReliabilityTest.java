/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.model.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void fourPixelsByHand() {
        Reliability found = Reliability.of(4, new float[] {0.1f, 0.15f, 0.8f, 1}, new float[] {1, 5, 9, 4.5f});
        assertThat(found.count()).isEqualTo(4);
        assertThat(found.share()).isEqualTo(0.75);
        assertThat(found.brier()).isCloseTo((0.01 + 0.7225 + 0.04 + 0) / 4, within(1e-6));
        assertThat(found.brierOfShare()).isEqualTo(0.1875);
        assertThat(found.bins()).extracting(Reliability.Bin::from).containsExactly(0.1, 0.8, 0.9);
        assertThat(found.bins().get(0).count()).isEqualTo(2);
        assertThat(found.bins().get(0).predicted()).isCloseTo(0.125, within(1e-6));
        assertThat(found.bins().get(0).observed()).isEqualTo(0.5);
    }

    /** The threshold itself is not above it. */
    @Test
    void theThresholdIsNotAboveItself() {
        assertThat(Reliability.of(4, new float[] {0.5f}, new float[] {4}).share())
                .isZero();
    }
}
